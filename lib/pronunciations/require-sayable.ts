import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { readSaidAs } from '@/lib/engine/speech/text/said-as'

/**
 * Refuses a word that no script can have, and what no voice can say of it.
 * @param prefix where both stand in the request, with its dot.
 * @throws StudioError `invalid_request` with param `word` or `said_as`.
 */
export function requireSayable({ word, said_as }: { word?: string; said_as?: string }, prefix = ''): void {
  const fault = word === undefined ? null : faultOf(word)
  if (fault) throw new StudioError('invalid_request', fault, { param: `${prefix}word` })
  const read = said_as === undefined ? null : readSaidAs(said_as)
  if (read && 'fault' in read) {
    throw new StudioError('invalid_request', read.fault, { param: `${prefix}said_as` })
  }
}

function faultOf(word: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(word)) return 'Write a word with a letter or a digit in it.'
  return /\p{C}/u.test(word) ? 'Write the word on one line, without signs that cannot be seen.' : null
}
