import type { Sound } from '@/lib/engine/types'
import { SILENCE, WHOLE_WORD } from '../alphabet'
import type { SpokenPhone } from '../phone-times'

/** Levels are looked at over this many seconds. */
const STEP_SECONDS = 0.01
/** Something is said where the level is not further below the loudest: −36 dB. */
const AUDIBLE = 10 ** (-36 / 20)
/** What a word takes besides its letters, in letters. */
const A_WORD = 1.5

/**
 * When each word of a spoken sentence is heard, estimated: words share the time in which something can be heard by their
 * lengths, so that pauses fall between them. As the phones of the sentence, each word is one; gapless.
 * @param text the sentence as written. Silent sounds give no words.
 */
export function estimateWords(text: string, { samples, sampleRate }: Sound): SpokenPhone[] {
  const seconds = samples.length / sampleRate
  const audible = audibleSteps(samples, Math.round(STEP_SECONDS * sampleRate))
  const words = writtenWords(text)
  if (audible.length === 0 || words.length === 0) return [silence(0, seconds)]
  const weights = words.map((word) => A_WORD + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const stepAt = (share: number) => audible[Math.min(audible.length - 1, Math.round(share * audible.length))]
  const phones: SpokenPhone[] = []
  let [said, from] = [0, audible[0] * STEP_SECONDS]
  if (from > 0) phones.push(silence(0, from))
  for (const [i, word] of words.entries()) {
    said += weights[i]
    const last = i === words.length - 1
    const to = last ? (audible[audible.length - 1] + 1) * STEP_SECONDS : stepAt(said / total) * STEP_SECONDS
    phones.push({ symbol: WHOLE_WORD, start: from, end: Math.max(from, to), word: { text: word } })
    from = Math.max(from, to)
  }
  if (seconds > from) phones.push(silence(from, seconds))
  return phones
}

/** Words as they are written, marks attached; a mark that stands alone goes with the word before it. */
function writtenWords(text: string): string[] {
  const words: string[] = []
  let held = ''
  for (const part of text.split(/\s+/).filter(Boolean)) {
    if (/[\p{L}\p{N}]/u.test(part)) {
      words.push(held + part)
      held = ''
    } else if (words.length > 0) words[words.length - 1] += ` ${part}`
    else held += `${part} `
  }
  return words
}

/** Indices of the steps in which something can be heard. */
function audibleSteps(samples: Float32Array, step: number): number[] {
  const levels = Array.from({ length: Math.floor(samples.length / step) }, (_, s) => {
    let sum = 0
    for (let i = s * step; i < (s + 1) * step; i++) sum += samples[i] * samples[i]
    return Math.sqrt(sum / step)
  })
  const threshold = levels.reduce((most, level) => Math.max(most, level), 0) * AUDIBLE
  return levels.flatMap((level, s) => (level > threshold ? [s] : []))
}

function silence(start: number, end: number): SpokenPhone {
  return { symbol: SILENCE, start, end, word: null }
}
