import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FPS, type MouthFrame, type Phone, type Sound } from '@/lib/engine/types'
import { mouthFromPhones } from './mouth-from-phones'
import { isInRange, SPOKEN, SPOKEN_FRAMES, SPOKEN_PHONES } from './speech-fixture'

/** Half a second of silence, the phones of `[symbol, milliseconds]`, half a second of silence. */
function say(...spoken: [symbol: string, milliseconds: number][]) {
  const phones: Phone[] = []
  let t = 0.5
  for (const [symbol, milliseconds] of spoken) {
    phones.push({ symbol, start: t, end: t + milliseconds / 1000 })
    t += milliseconds / 1000
  }
  const frames = Math.ceil((t + 0.5) * FPS)
  return { phones, frames, mouth: mouthFromPhones(phones, hum(frames / FPS, 0.5, t), frames) }
}

/** A voiced sound from one second to another, silence around it. */
function hum(seconds: number, from: number, to: number): Sound {
  const samples = Float32Array.from({ length: Math.round(seconds * 16_000) }, (_, i) => {
    const t = i / 16_000
    return t >= from && t < to ? 0.3 * Math.sin(2 * Math.PI * 200 * t) : 0
  })
  return { samples, sampleRate: 16_000 }
}

const frameAt = (mouth: MouthFrame[], seconds: number) => mouth[Math.floor(seconds * FPS)]
/** The vowel's frame in "t + vowel + t". */
const vowel = (symbol: string) => frameAt(say(['t', 60], [symbol, 160], ['t', 60]).mouth, 0.5 + 0.06 + 0.08)
const VOWELS = 'AIOWYiuɪʊɛæɑɔʌəᵊ'
const CONSONANTS = 'tdnlszTʃʒʧʤkɡŋhwjɹθðfv'

describe('mouthFromPhones', () => {
  it('closes the lips fully for every p, b and m, whatever its length and its place between frames', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'pbm'),
        fc.integer({ min: 25, max: 150 }),
        fc.integer({ min: 60, max: 300 }),
        fc.constantFrom(...VOWELS),
        (symbol, milliseconds, before, around) => {
          const { mouth, phones } = say([around, before], [symbol, milliseconds], [around, 200])
          const { start, end } = phones[1]
          const during = mouth.slice(Math.floor((start - 0.06) * FPS), Math.ceil((end + 0.02) * FPS))
          expect(Math.max(...during.map((frame) => frame.press))).toBeGreaterThan(0.98)
          expect(Math.min(...during.map((frame) => frame.open))).toBeLessThan(0.02)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('closes as the sound begins, ahead of its burst, and is open again soon after it', () => {
    const { mouth, phones } = say(['ɑ', 300], ['m', 100], ['ɑ', 300])
    expect(frameAt(mouth, phones[1].start + 0.02).press).toBeGreaterThan(0.98)
    expect(frameAt(mouth, phones[1].end + 0.08).press).toBe(0)
    expect(frameAt(mouth, phones[1].end + 0.12).open).toBeGreaterThan(0.5)
  })

  it('goes on with the vowel until the closure is near', () => {
    const { mouth, phones } = say(['ɑ', 300], ['b', 80], ['ɑ', 300])
    expect(frameAt(mouth, phones[1].start - 0.06).press).toBe(0)
    expect(frameAt(mouth, phones[1].start - 0.02).press).toBeLessThan(0.7)
    expect(frameAt(mouth, phones[1].start + 0.02).press).toBeGreaterThan(0.98)
  })

  it('leaves the vowel between two closures its opening', () => {
    const { mouth } = say(['m', 60], ['I', 150], ['m', 60])
    expect(Math.max(...mouth.slice(14, 19).map((frame) => frame.open))).toBeGreaterThan(0.5)
  })

  it('holds a closure for at least 60 ms, however short its phone', () => {
    for (let shift = 0; shift < 40; shift += 10) {
      const { mouth } = say(['ɑ', 200 + shift], ['b', 25], ['ɑ', 200])
      const closed = mouth.filter((frame) => frame.press > 0.98)
      expect(closed.length).toBeGreaterThanOrEqual(1)
      expect(closed.length).toBeLessThanOrEqual(3)
    }
  })

  it('tucks the lower lip under the teeth for f and v', () => {
    for (const symbol of 'fv') {
      const { mouth } = say(['ɑ', 200], [symbol, 80], ['ɑ', 200])
      const tucked = mouth.reduce((best, frame) => (frame.tuck > best.tuck ? frame : best))
      expect(tucked.tuck).toBeGreaterThan(0.95)
      expect(tucked.press).toBe(0)
      expect(tucked.open).toBeGreaterThan(0.05)
      expect(tucked.open).toBeLessThan(0.4)
    }
  })

  it('opens for open vowels and less for close ones', () => {
    expect(vowel('ɑ').open).toBeGreaterThan(0.8)
    expect(vowel('ɑ').open).toBeGreaterThan(vowel('ɛ').open)
    expect(vowel('ɛ').open).toBeGreaterThan(vowel('i').open + 0.1)
    expect(frameAt(say(['s', 200]).mouth, 0.6).open).toBeLessThan(0.25)
  })

  it('rounds and spreads the lips', () => {
    for (const symbol of 'wuʊɔ') expect(vowel(symbol).round).toBeGreaterThan(0.35)
    for (const symbol of 'iɪA') expect(vowel(symbol).round).toBeLessThan(-0.3)
    expect(frameAt(say(['s', 200]).mouth, 0.6).round).toBeLessThan(-0.2)
    expect(frameAt(say(['ʃ', 200]).mouth, 0.6).round).toBeGreaterThan(0.4)
  })

  it('moves through diphthongs', () => {
    const parts = (symbol: string) => {
      const { mouth } = say(['ˈ', 60], [symbol, 240])
      return [frameAt(mouth, 0.62), frameAt(mouth, 0.76)]
    }
    const [aStart, aEnd] = parts('I')
    expect(aStart.open - aEnd.open).toBeGreaterThan(0.25)
    expect(aStart.round - aEnd.round).toBeGreaterThan(0.2)
    const [oStart, oEnd] = parts('W')
    expect(oEnd.round - oStart.round).toBeGreaterThan(0.3)
  })

  it('stays longer with the beginning of a diphthong than with its end, which short ones do not reach', () => {
    const { mouth, phones } = say(['t', 60], ['I', 240], ['t', 60])
    const late = frameAt(mouth, phones[1].start + 0.65 * 0.24)
    expect(late.open).toBeGreaterThan((vowel('ɑ').open + vowel('ɪ').open) / 2)
  })

  it('lets a consonant take the rounding of its vowel, before the vowel is heard', () => {
    const tOf = (next: string) => frameAt(say(['t', 80], [next, 200]).mouth, 0.56).round
    expect(tOf('u') - tOf('i')).toBeGreaterThan(0.4)
  })

  it('rests in pauses, also in the silence a last phone carries', () => {
    const { phones } = say(['ˈ', 50], ['ɑ', 150], ['m', 450], ['.', 300])
    const mouth = mouthFromPhones(phones, hum(2, 0.5, 0.9), 50)
    for (const frame of [...mouth.slice(0, 8), ...mouth.slice(29)]) {
      expect(frame.open).toBeLessThan(0.03)
      expect(frame.press).toBeLessThan(0.1)
      expect(Math.abs(frame.round)).toBeLessThan(0.05)
    }
  })

  it('opens wider the louder a vowel is', () => {
    const { phones, frames } = say(['ɑ', 400], [',', 400], ['ɑ', 400])
    const sound = hum(frames / FPS, 0.5, 1.7)
    for (let i = 0; i < 1.1 * 16_000; i++) sound.samples[i] *= 0.15
    const mouth = mouthFromPhones(phones, sound, frames)
    expect(frameAt(mouth, 1.5).open).toBeGreaterThan(1.2 * frameAt(mouth, 0.7).open)
  })

  it('opens less for whispering and wider for shouting, while the lips close as fully', () => {
    const { phones, frames } = say(['ɛ', 200], ['m', 80], ['ɛ', 200])
    const sound = hum(frames / FPS, 0.5, 1)
    const open = (style: 'whispering' | 'shouting' | null) => {
      const mouth = mouthFromPhones(phones, sound, frames, [{ start: 0, end: 2, emotion: null, style }])
      expect(Math.max(...mouth.map((frame) => frame.press))).toBeGreaterThan(0.98)
      return Math.max(...mouth.map((frame) => frame.open))
    }
    expect(open('whispering')).toBeLessThan(0.8 * open(null))
    expect(open('shouting')).toBeGreaterThan(1.2 * open(null))
  })

  it('uses the whole range on real speech and shuts for all its p, b and m', () => {
    const mouth = mouthFromPhones(SPOKEN_PHONES, SPOKEN, SPOKEN_FRAMES)
    const opened = mouth.map((frame) => frame.open).toSorted((a, b) => a - b)
    expect(opened[Math.floor(0.97 * opened.length)]).toBeGreaterThan(0.7)
    expect(opened[Math.floor(0.3 * opened.length)]).toBeLessThan(0.15)
    for (const { symbol, start, end } of SPOKEN_PHONES) {
      if (!'pbm'.includes(symbol)) continue
      const during = mouth.slice(Math.floor((start - 0.06) * FPS), Math.ceil((end + 0.02) * FPS))
      expect(Math.max(...during.map((frame) => frame.press))).toBeGreaterThan(0.95)
    }
  })

  it('gives frames in range for any phones', () => {
    const symbol = fc.constantFrom(...VOWELS, ...CONSONANTS, ...'pbmˈˌ ,.!?—ː€')
    const phone = fc.tuple(symbol, fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(fc.array(phone, { maxLength: 40 }), fc.integer({ min: 1, max: 100 }), (spoken, frames) => {
        const { phones } = say(...spoken)
        const mouth = mouthFromPhones(phones, hum(2, 0.5, 1.5), frames)
        expect(mouth).toHaveLength(frames)
        expect(mouth.every(isInRange)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
