import { describe, expect, it } from 'vitest'
import { integratedLoudness } from './loudness'
import { CEILING, fadeEnds, Mastering, TARGET_LOUDNESS } from './mastering'

const RATE = 24_000

function sine(hertz: number, decibels: number, seconds: number, rate = RATE): Float32Array {
  const amplitude = 10 ** (decibels / 20)
  return Float32Array.from(
    { length: seconds * rate },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate),
  )
}

describe('integratedLoudness', () => {
  it.each([16_000, 24_000, 48_000])(
    'reads a 997 Hz sine at −20 dBFS in one channel as −23.0 LUFS at %i Hz',
    (rate) => {
      expect(integratedLoudness(sine(997, -20, 3, rate), rate)).toBeCloseTo(-23.01, 1)
    },
  )

  it('weighs lows less and highs more', () => {
    const at = (hertz: number) => integratedLoudness(sine(hertz, -20, 3), RATE)
    expect(at(40)).toBeLessThan(-27)
    expect(at(6000)).toBeCloseTo(-23.01 + 3.3, 0)
  })

  it('leaves silence out by the gates', () => {
    const tone = sine(997, -20, 4)
    const withSilence = new Float32Array(tone.length * 3)
    withSilence.set(tone, tone.length)
    expect(integratedLoudness(withSilence, RATE)).toBeCloseTo(-23.2, 0)
    expect(integratedLoudness(new Float32Array(RATE), RATE)).toBe(Number.NEGATIVE_INFINITY)
    expect(integratedLoudness(new Float32Array(0), RATE)).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('Mastering', () => {
  it('brings quiet and loud sounds to the target without a peak over the ceiling', () => {
    for (const level of [-40, -20, -3]) {
      const sound = sine(300, level, 2)
      new Mastering(RATE).master(sound)
      expect(integratedLoudness(sound, RATE)).toBeCloseTo(TARGET_LOUDNESS, 0)
      expect(Math.max(...sound)).toBeLessThanOrEqual(CEILING + 1e-6)
    }
  })

  it('holds a lone click under the ceiling while the rest reaches the target', () => {
    const sound = sine(300, -30, 2)
    sound[RATE] = 1
    new Mastering(RATE).master(sound)
    expect(Math.max(...sound.map(Math.abs))).toBeLessThanOrEqual(CEILING + 1e-6)
    expect(Math.abs(integratedLoudness(sound, RATE) - TARGET_LOUDNESS)).toBeLessThan(1)
  })

  it('keeps a quiet piece quiet beside a loud one, and brings both to the target in the end', () => {
    const pieces = [sine(300, -20, 3), sine(300, -26, 3), sine(300, -20, 3)]
    const mastering = new Mastering(RATE)
    for (const piece of pieces) mastering.master(piece)
    const [first, quiet, third] = pieces.map((piece) => integratedLoudness(piece, RATE))
    expect(first).toBeCloseTo(TARGET_LOUDNESS, 1)
    expect(quiet).toBeLessThan(first - 3)
    expect(Math.abs(third - first)).toBeLessThan(1.5)
  })

  it('brings the whole near the target with the last piece where less was said loudly than expected', () => {
    const pieces = [sine(300, -26, 3), sine(300, -20, 3)]
    const mastering = new Mastering(RATE)
    mastering.master(pieces[0], -6)
    mastering.master(pieces[1], 0, true)
    const whole = Float32Array.from([...pieces[0], ...pieces[1]])
    expect(Math.abs(integratedLoudness(whole, RATE) - TARGET_LOUDNESS)).toBeLessThan(0.3)
  })

  it('leaves silence silent', () => {
    const silence = new Float32Array(RATE)
    new Mastering(RATE).master(silence)
    expect(silence.every((sample) => sample === 0)).toBe(true)
  })
})

describe('fadeEnds', () => {
  it('starts and ends near nothing and leaves the middle alone', () => {
    const sound = new Float32Array(1000).fill(1)
    fadeEnds(sound, RATE, 0.005)
    expect(sound[0]).toBeLessThan(0.001)
    expect(sound[999]).toBeLessThan(0.001)
    expect(sound[500]).toBe(1)
  })
})
