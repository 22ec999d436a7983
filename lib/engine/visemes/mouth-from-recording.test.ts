import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resample } from '@/lib/engine/audio/resample'
import { FPS, type MouthFrame, type Sound } from '@/lib/engine/types'
import { mouthFromPhones } from './mouth-from-phones'
import { mouthFromRecording } from './mouth-from-recording'
import { correlation, isInRange, SPOKEN, SPOKEN_FRAMES, SPOKEN_PHONES } from './speech-fixture'

const RATE = 16_000

function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return state / 2 ** 31
  }
}

function sound(seconds: number, sample: (t: number) => number): Sound {
  const samples = Float32Array.from({ length: seconds * RATE }, (_, i) => sample(i / RATE))
  return { samples, sampleRate: RATE }
}

const hear = (sound: Sound, frames: number) => [...mouthFromRecording(sound, frames)].flat()
const mean = (mouth: MouthFrame[], of: (frame: MouthFrame) => number) =>
  mouth.reduce((sum, frame) => sum + of(frame), 0) / mouth.length

/** A piano's arpeggio, four notes a second that ring on, over a bass note. */
function music(): Sound {
  const steps = [0, 4, 7, 12, 7, 4, 2, 5, 9, 14, 9, 5]
  const note = (hertz: number, age: number, decay: number) =>
    age < 0
      ? 0
      : [1, 2, 3, 4].reduce((sum, k) => sum + Math.sin(2 * Math.PI * hertz * k * age) / k ** 1.5, 0) *
        Math.exp(-decay * age)
  return sound(6, (t) => {
    const current = Math.floor(t * 4)
    let sum = note(98, t % 3, 0.5)
    for (let step = Math.max(0, current - 8); step <= current; step++) {
      sum += note(261.6 * 2 ** (steps[step % steps.length] / 12), t - step / 4, 1.5)
    }
    return 0.08 * sum
  })
}

describe('mouthFromRecording', () => {
  const heard = hear(SPOKEN, SPOKEN_FRAMES)
  const known = mouthFromPhones(SPOKEN_PHONES, SPOKEN, SPOKEN_FRAMES)

  it('opens and rounds as the same speech does whose phones are known', () => {
    const open = (mouth: MouthFrame[]) => mouth.map((frame) => frame.open)
    const round = (mouth: MouthFrame[]) => mouth.map((frame) => frame.round)
    expect(correlation(open(heard), open(known))).toBeGreaterThan(0.75)
    expect(correlation(round(heard), round(known))).toBeGreaterThan(0.5)
    expect(correlation(open(heard).slice(4), open(known).slice(0, -4))).toBeLessThan(0.4)
  })

  it('hears most of the closures', () => {
    const closures = SPOKEN_PHONES.filter(({ symbol }) => 'pbm'.includes(symbol))
    const hit = closures.filter(({ start, end }) =>
      heard
        .slice(Math.floor((start - 0.04) * FPS), Math.ceil((end + 0.04) * FPS))
        .some((frame) => frame.press > 0.6),
    )
    expect(closures.length).toBe(10)
    expect(hit.length).toBeGreaterThanOrEqual(9)
  })

  it('gives the same at another sample rate and another gain', () => {
    const louder = { sampleRate: RATE, samples: SPOKEN.samples.map((x) => x * 0.1) }
    const other = hear(resample(louder, 48_000), SPOKEN_FRAMES)
    const apart = heard.map((frame, i) => Math.abs(frame.open - other[i].open))
    expect(apart.reduce((sum, x) => sum + x, 0) / apart.length).toBeLessThan(0.05)
  })

  it('rests in the pauses before, after and beyond the speech', () => {
    const mouth = hear(SPOKEN, SPOKEN_FRAMES + 25)
    for (const frame of [...mouth.slice(0, 5), ...mouth.slice(-25)]) {
      expect(frame.open).toBeLessThan(0.03)
      expect(frame.press).toBeLessThan(0.05)
    }
  })

  it('keeps the mouth shut and still over silence, hum, hiss, gusts and music', () => {
    const hiss = noise(1)
    const calm: Record<string, Sound> = {
      silence: sound(3, () => 0),
      hum: sound(3, (t) => 0.3 * Math.sin(2 * Math.PI * 120 * t)),
      hiss: sound(3, () => 0.1 * hiss()),
      gusts: sound(3, (t) => 0.2 * hiss() * Math.exp(-8 * (t % 0.5))),
      music: music(),
    }
    for (const [name, still] of Object.entries(calm)) {
      const mouth = hear(still, (still.samples.length / RATE) * FPS)
      for (const part of ['open', 'round', 'press', 'tuck'] as const) {
        const values = mouth.map((frame) => Math.abs(frame[part]))
        expect(Math.max(...values), `${part} over ${name}`).toBeLessThan(0.05)
      }
      const steps = mouth.slice(1).map((frame, i) => Math.abs(frame.open - mouth[i].open))
      expect(Math.max(...steps), name).toBeLessThan(0.02)
    }
    expect(mean(heard, (frame) => frame.open)).toBeGreaterThan(0.2)
  })

  it('moves for speech 10 dB above noise about as without the noise', () => {
    const hiss = noise(2)
    const power = SPOKEN.samples.reduce((sum, x) => sum + x * x, 0) / SPOKEN.samples.length
    const amplitude = Math.sqrt((3 * power) / 10)
    const noisy = {
      sampleRate: SPOKEN.sampleRate,
      samples: SPOKEN.samples.map((x) => x + amplitude * hiss()),
    }
    const open = (mouth: MouthFrame[]) => mouth.map((frame) => frame.open)
    expect(correlation(open(hear(noisy, SPOKEN_FRAMES)), open(heard))).toBeGreaterThan(0.75)
  })

  it('still moves when music plays under the speech', () => {
    const under = music().samples
    const mixed = SPOKEN.samples.map((x, i) => x + 0.1 * under[i % under.length])
    const mouth = hear({ samples: mixed, sampleRate: RATE }, SPOKEN_FRAMES)
    const open = mouth.map((frame) => frame.open)
    expect(
      correlation(
        open,
        heard.map((frame) => frame.open),
      ),
    ).toBeGreaterThan(0.7)
  })

  it('gives a long recording part by part as it would give the whole, to within a hundredth', () => {
    const seconds = 27
    const long = sound(seconds, (t) => {
      const speech = SPOKEN.samples[Math.round(t * RATE) % SPOKEN.samples.length]
      return t < 9 || t > 12 ? speech : 0
    })
    const parts = [...mouthFromRecording(long, seconds * FPS)]
    expect(parts.map((part) => part.length)).toEqual([250, 250, 175])
    const [whole] = mouthFromRecording(long, seconds * FPS, seconds * FPS)
    const apart = parts.flat().map((frame, i) => Math.abs(frame.open - whole[i].open))
    expect(Math.max(...apart)).toBeLessThan(0.01)
  })

  it('gives frames in range for any sound', () => {
    const samples = fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 4000 })
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom(8000, 11_025, 22_050, 44_100, 48_000),
        fc.integer({ min: 1, max: 30 }),
        (x, rate, frames) => {
          const mouth = hear({ samples: x, sampleRate: rate }, frames)
          expect(mouth).toHaveLength(frames)
          expect(mouth.every(isInRange)).toBe(true)
        },
      ),
      { numRuns: 12 },
    )
  })
})
