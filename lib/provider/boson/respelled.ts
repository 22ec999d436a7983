import 'server-only'
import { withoutPronunciations } from '@/lib/boson/pronunciations'
import type { Word } from '@/lib/boson/schemas'
import { TAG_PATTERN } from '@/lib/boson/tags'
import { withoutTags } from '@/lib/captions/phrases'
import { type Found, replaceWords } from '@/lib/engine/speech/text/dictionary'
import { readSaidAs } from '@/lib/engine/speech/text/said-as'
import type { Script } from '../provider'

type Written = Pick<Script, 'text' | 'pronunciations'>

const TAGS = new RegExp(`(${TAG_PATTERN.source})`)

/**
 * A script as an upstream is asked to say it, which knows neither sounds nor a dictionary: without the pronunciations
 * given in it, and with each word of the dictionary that has a respelling written so. Its tags stay.
 */
export function respelled({ text, pronunciations }: Written): string {
  const parts = withoutPronunciations(text.normalize('NFC')).split(TAGS)
  return parts.map((part, i) => (i % 2 === 1 ? part : replaceWords(part, pronunciations, respell))).join('')
}

/**
 * Words with their times as the script has them, where the upstream was asked to say some otherwise. Null where that
 * cannot be told: it has not as many words as were written.
 */
export function wordsAsWritten(words: Word[] | null, script: Written): Word[] | null {
  if (words === null || respelled(script) === withoutPronunciations(script.text)) return words
  const written = withoutTags(script.text).split(/\s+/).filter(Boolean)
  if (words.length !== written.length) return null
  return words.map((word, i) => ({ ...word, word: written[i] }))
}

/** In at most as many words as were written, so that each keeps its time. */
function respell({ entry, written, plural }: Found): string {
  const sounds = readSaidAs(entry.saidAs)
  if ('fault' in sounds || sounds.kind !== 'respelling') return written
  const words = sounds.text.split(' ').map((word) => (word.includes('-') ? word.toLowerCase() : word))
  const most = written.split(/\s+/).length
  const said = [...words.slice(0, most - 1), words.slice(most - 1).join('-')].filter(Boolean).join(' ')
  return plural ? `${said}${/(?:s|x|z|ch|sh)$/i.test(said) ? 'es' : 's'}` : said
}
