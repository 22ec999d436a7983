import { resample } from '@/lib/engine/audio/resample'
import { MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'
import type { Spoken } from './corpus'

/** Speech as another throat, room and microphone would have it. Pitch, formants and pace change together. */
export function augment(spoken: Spoken, random: () => number): Spoken {
  const between = (low: number, high: number) => low + random() * (high - low)
  const { samples, phones } = random() < 0.6 ? stretched(spoken, between(0.84, 1.19)) : spoken
  const room = random() < 0.5 ? reverberated(samples, between(0.02, 0.15), random) : samples
  const coloured = firstOrder(room, random() < 0.7 ? between(-0.6, 0.6) : 0)
  const level = Math.sqrt(coloured.reduce((sum, x) => sum + x * x, 0) / coloured.length)
  const hiss = random() < 0.8 ? level * 10 ** (-between(12, 45) / 20) : 0
  const gain = 10 ** (between(-18, 3) / 20)
  return { samples: coloured.map((x) => gain * (x + hiss * normal(random))), phones }
}

/** Played at another speed. @param factor above 1 longer and lower. */
function stretched({ samples, phones }: Spoken, factor: number): Spoken {
  const rate = Math.round(MEL_SAMPLE_RATE / factor)
  return {
    samples: resample({ samples, sampleRate: rate }, MEL_SAMPLE_RATE).samples,
    phones: phones.map(({ symbol, start, end }) => ({ symbol, start: start * factor, end: end * factor })),
  }
}

/** With some echoes of a decaying room: noise of which only a few taps are kept, for speed. */
function reverberated(samples: Float32Array, seconds: number, random: () => number): Float32Array {
  const taps = Array.from({ length: 60 }, () => {
    const age = random()
    return {
      delay: Math.ceil(age * seconds * MEL_SAMPLE_RATE),
      gain: 0.25 * normal(random) * Math.exp(-5 * age),
    }
  })
  const out = samples.slice()
  for (const { delay, gain } of taps) {
    for (let i = delay; i < samples.length; i++) out[i] += gain * samples[i - delay]
  }
  return out
}

/** y[n] = x[n] + c·x[n − 1]: a tilt towards the low or the high. */
function firstOrder(samples: Float32Array, c: number): Float32Array {
  return samples.map((x, i) => x + c * (i > 0 ? samples[i - 1] : 0))
}

/** A normally distributed number (Box & Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
