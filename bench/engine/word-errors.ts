import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { resample } from '@/lib/engine/audio/resample'
import { encodeWav } from '@/lib/engine/audio/wav'
import type { Sound } from '@/lib/engine/types'

const RATE = 16_000

/**
 * Share of words that a recogniser gets wrong (word error rate: substitutions, deletions and insertions over words
 * said), by `pocketsphinx_continuous` with its own model of American English; null where it is not installed. A weak
 * recogniser: its errors say only which of two ways of saying the same words harms them more.
 */
export async function wordErrors(text: string, sound: Sound): Promise<number | null> {
  const directory = await mkdtemp(join(tmpdir(), 'words-'))
  try {
    const file = join(directory, 'said.wav')
    await writeFile(file, encodeWav(resample(sound, RATE)))
    const { stdout } = await promisify(execFile)(
      'pocketsphinx_continuous',
      ['-infile', file, '-logfn', join(directory, 'log')],
      { timeout: 120_000 },
    )
    const wanted = wordsOf(text)
    return editDistance(wanted, wordsOf(stdout)) / wanted.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    await rm(directory, { recursive: true })
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? []
}

/** Levenshtein (1966), over words. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1)
  for (const [i, word] of a.entries()) {
    let [corner, left] = [i, i + 1]
    row = row.map((above, j) => {
      const here = Math.min(left + 1, above + 1, corner + (word === b[j] ? 0 : 1))
      corner = above
      left = here
      return here
    })
  }
  return row.at(-1) ?? a.length
}
