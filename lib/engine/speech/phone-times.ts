import type { Phone } from '@/lib/engine/types'
import {
  isStress,
  PRIMARY_STRESS,
  PUNCTUATION,
  SILENCE,
  type SpokenSymbol,
  type SpokenWord,
} from './alphabet'
import type { Prediction } from './voice/acoustic-model'

/** A phone and the word it is part of; pauses belong to none. The vowel of a syllable with primary stress is stressed. */
export type SpokenPhone = Phone & { word: SpokenWord | null; stressed?: true }

/** Levels are compared over this many seconds. */
const LEVEL_SECONDS = 0.005
/** A phone has ended where the level stays this far below the loudest of the run: −36 dB. */
const AUDIBLE = 10 ** (-36 / 20)
const SHORTEST_PHONE = 0.04

/**
 * How much earlier a phone sounds than the summed durations say, in seconds: measured as the shift that best lines up
 * phones with the sound's level (vowels against stops) and brightness (sibilants), at three speeds in both voices:
 * 42, 53 and 66 ms at relative lengths 0.66, 1 and 1.42, a few milliseconds more in `michael`.
 */
function leadOfSound(rate: number): number {
  return 0.022 + 0.032 / rate
}

/**
 * When each phone of a run sounds, in seconds from the run's start, gapless from 0 to its end. A stress mark's time
 * goes to the vowel after it, half of a space's time to each neighbour; the pads are silences.
 * @param rate of speech that it was predicted for
 */
export function phoneTimes(
  symbols: readonly SpokenSymbol[],
  prediction: Prediction,
  rate: number,
): SpokenPhone[] {
  const shift = Math.min(prediction.lead, leadOfSound(rate))
  const phones: SpokenPhone[] = [{ symbol: SILENCE, start: 0, end: prediction.lead - shift, word: null }]
  let time = prediction.lead - shift
  let held = 0
  let stress: { stressed?: true } = {}
  for (const [i, { symbol, word }] of symbols.entries()) {
    const seconds = prediction.seconds[i]
    const start = time - held
    time += seconds
    if (isStress(symbol)) {
      held += seconds
      if (symbol === PRIMARY_STRESS) stress = { stressed: true }
    } else if (symbol === ' ') {
      held = seconds / 2
      phones[phones.length - 1].end = time - held
    } else {
      phones.push({ symbol, start, end: time, word, ...stress })
      held = 0
      stress = {}
    }
  }
  phones.push({ symbol: SILENCE, start: time - held, end: time + prediction.tail + shift, word: null })
  return phones.filter((phone) => phone.end > phone.start)
}

/**
 * Ends each phone before a pause where its sound does: the voices' durations give the fading of a phrase's last
 * phone to that phone, silence included. The pause after it begins earlier instead. In place.
 */
export function settlePauses(phones: Phone[], samples: Float32Array, sampleRate: number): void {
  const step = Math.round(LEVEL_SECONDS * sampleRate)
  const levels = levelsOf(samples, step)
  const threshold = levels.reduce((most, level) => Math.max(most, level), 0) * AUDIBLE
  for (let i = 0; i + 1 < phones.length; i++) {
    const [phone, pause] = [phones[i], phones[i + 1]]
    if (isPause(phone) || !isPause(pause)) continue
    const first = Math.round(((phone.start + SHORTEST_PHONE) * sampleRate) / step)
    let last = Math.min(levels.length, Math.round((phone.end * sampleRate) / step))
    while (last > first && levels[last - 1] < threshold) last--
    const end = Math.min(phone.end, (last * step) / sampleRate)
    if (end <= phone.start) continue
    phone.end = end
    pause.start = end
  }
}

/** Whether a phone is a silence: a punctuation mark or a pad. */
export function isPause(phone: Phone): boolean {
  return PUNCTUATION.has(phone.symbol)
}

/** Root mean squares of steps of `step` samples. */
function levelsOf(samples: Float32Array, step: number): Float64Array {
  const levels = new Float64Array(Math.floor(samples.length / step))
  for (let s = 0; s < levels.length; s++) {
    let sum = 0
    for (let i = s * step; i < (s + 1) * step; i++) sum += samples[i] * samples[i]
    levels[s] = Math.sqrt(sum / step)
  }
  return levels
}
