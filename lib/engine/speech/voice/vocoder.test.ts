import { describe, expect, it } from 'vitest'
import { playPitch, pulseTrain } from './pitch'
import { HOP, type Spectra, VOICE_RATE, vocode } from './vocoder'

const N = 1200
const BINS = 601
const PLAIN = { pitch: 1, range: 1, formant: 1, breath: 0, whisper: false }
const SILENT = -200

const cosine = Float64Array.from({ length: N }, (_, i) => Math.cos((2 * Math.PI * i) / N))
const sine = Float64Array.from({ length: N }, (_, i) => Math.sin((2 * Math.PI * i) / N))

function plane(frames: number, value: (bin: number, frame: number) => number): Float32Array {
  return Float32Array.from({ length: BINS * frames }, (_, i) => value(Math.floor(i / frames), i % frames))
}

function spectra(frames: number, parts: Partial<Spectra> = {}): Spectra {
  return {
    frames,
    f0: new Float32Array(frames).fill(180),
    harmonic: plane(frames, () => SILENT),
    harmonicPhase: plane(frames, () => 0),
    noise: plane(frames, () => SILENT),
    residual: plane(frames, () => SILENT),
    residualPhase: plane(frames, () => 0),
    ...parts,
  }
}

/** The formula of `assets/voices/README.md`, by the definition of the Fourier transform, without noise. */
function slowVocode(s: Spectra): Float64Array {
  const length = s.frames * HOP
  const pulses = pulseTrain(playPitch(s.f0, PLAIN), HOP, VOICE_RATE)
  const at = (i: number) => pulses[i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i]
  const hann = (i: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / N)
  const sum = new Float64Array(length + N)
  const weight = new Float64Array(length + N)
  for (let k = 0; k < s.frames; k++) {
    const frame = new Float64Array(N)
    for (let b = 0; b < BINS; b++) {
      let [pr, pi] = [0, 0]
      for (let i = 0; i < N; i++) {
        const x = (at(k * HOP + i - N / 2) * hann(i)) / 300
        pr += x * cosine[(b * i) % N]
        pi -= x * sine[(b * i) % N]
      }
      const cell = b * s.frames + k
      const gain = Math.exp(Math.min(7, s.harmonic[cell]))
      const phase = Math.PI * Math.tanh(s.harmonicPhase[cell])
      const rest = Math.exp(Math.min(7, s.residual[cell]))
      const re = gain * (pr * Math.cos(phase) - pi * Math.sin(phase)) + rest * Math.cos(s.residualPhase[cell])
      const im = gain * (pr * Math.sin(phase) + pi * Math.cos(phase)) + rest * Math.sin(s.residualPhase[cell])
      const edge = b === 0 || b === BINS - 1
      for (let i = 0; i < N; i++) {
        frame[i] += ((edge ? 1 : 2) * (re * cosine[(b * i) % N] - (edge ? 0 : im * sine[(b * i) % N]))) / N
      }
    }
    for (let i = 0; i < N; i++) {
      sum[k * HOP + i] += frame[i] * hann(i)
      weight[k * HOP + i] += hann(i) ** 2
    }
  }
  return Float64Array.from({ length }, (_, i) => sum[i + N / 2] / Math.max(weight[i + N / 2], 1e-11))
}

describe('vocode', () => {
  it('agrees with the formula taken literally', () => {
    const frames = 3
    const s = spectra(frames, {
      f0: Float32Array.from({ length: frames }, (_, k) => 150 + 20 * k),
      harmonic: plane(frames, (b, k) => 1 - b / 150 + 0.3 * Math.sin(b / 9 + k)),
      harmonicPhase: plane(frames, (b, k) => Math.sin(b / 31 + k)),
      residual: plane(frames, (b, k) => -2 + Math.cos(b / 17 - k)),
      residualPhase: plane(frames, (b, k) => 3 * Math.sin(b * b + k)),
    })
    const wanted = slowVocode(s)
    const got = vocode(s, PLAIN, 1)
    const size = Math.sqrt(wanted.reduce((sum, x) => sum + x * x, 0) / wanted.length)
    let error = 0
    for (let i = 0; i < got.length; i++) error += (got[i] - wanted[i]) ** 2
    expect(Math.sqrt(error / got.length) / size).toBeLessThan(1e-3)
  })

  it('makes noise of the level asked for, the same for the same seed', () => {
    const s = spectra(40, { noise: plane(40, () => 0) })
    const [a, b, c] = [vocode(s, PLAIN, 5), vocode(s, PLAIN, 5), vocode(s, PLAIN, 6)]
    expect(a).toEqual(b)
    expect(a).not.toEqual(c)
    const power = a.reduce((sum, x) => sum + x * x, 0) / a.length
    const louder = vocode(s, { ...PLAIN, breath: Math.log(2) }, 5)
    expect(louder.reduce((sum, x) => sum + x * x, 0) / a.length / power).toBeCloseTo(4, 3)
    // Every bin holds |Z|² = 2; N bins inverse-transformed, windowed with Hann² of mean 3/8 over a sum of 3/2.
    expect(power).toBeCloseTo((2 / N) * ((4 * 3) / 8 / 2.25), 3)
  })

  it('moves formants by the factor and leaves pitch alone', () => {
    const peaked = spectra(30, { harmonic: plane(30, (b) => -(((b - 100) / 20) ** 2)) })
    const centre = (formant: number) => {
      const sound = vocode(peaked, { ...PLAIN, formant }, 1)
      let [crossings, last] = [0, 0]
      for (const x of sound.subarray(3000, 6000)) {
        if (x * last < 0) crossings++
        if (x !== 0) last = x
      }
      return (crossings / 2 / 3000) * VOICE_RATE
    }
    expect(centre(1.2) / centre(1)).toBeGreaterThan(1.1)
    expect(centre(1.2) / centre(1)).toBeLessThan(1.3)
  })

  it('whispers without pulses', () => {
    const voiced = spectra(20, { harmonic: plane(20, () => 0), noise: plane(20, () => -4) })
    const whisper = vocode(voiced, { ...PLAIN, whisper: true }, 1)
    expect(Math.max(...whisper)).toBeGreaterThan(0)
    expect(Math.max(...whisper)).toBeLessThan(0.2 * Math.max(...vocode(voiced, PLAIN, 1)))
  })

  it('survives wild numbers', () => {
    const wild = spectra(4, {
      harmonic: plane(4, (b) => (b % 7 === 0 ? 1e9 : -1e9)),
      harmonicPhase: plane(4, (b) => (b % 2 ? 1e9 : -1e9)),
      noise: plane(4, () => 1e6),
      residualPhase: plane(4, () => -1e9),
    })
    expect(vocode(wild, PLAIN, 1).every(Number.isFinite)).toBe(true)
    expect(vocode(spectra(0), PLAIN, 1)).toHaveLength(0)
  })
})

describe('pulseTrain', () => {
  it('is the sum of all harmonics below 11 kHz', () => {
    const train = pulseTrain(new Float32Array(4).fill(1000), HOP, VOICE_RATE)
    for (const i of [0, 1, 5, 17, 23, 100, 1000]) {
      const t = (2 * Math.PI * 1000 * (i + 1)) / VOICE_RATE
      let wanted = 0
      for (let h = 1; h <= 11; h++) wanted += Math.cos(h * t)
      expect(train[i]).toBeCloseTo(wanted, 2)
    }
  })

  it('is silent where there is no voice', () => {
    expect(pulseTrain(new Float32Array(3), HOP, VOICE_RATE).every((x) => x === 0)).toBe(true)
  })
})

describe('playPitch', () => {
  it('sings on the notes of a scale, gliding between them', () => {
    const glide = Float32Array.from({ length: 200 }, (_, k) => 150 * 2 ** (1 - Math.abs(k - 100) / 100))
    const style = { pitch: 1, range: 1, whisper: false }
    const sung = playPitch(glide, { ...style, sung: true })
    const held = (f0: Float32Array) =>
      f0.filter((hertz, k) => k > 0 && Math.abs(hertz / f0[k - 1] - 1) < 1e-4).length
    expect(held(playPitch(glide, style))).toBe(0)
    expect(held(sung)).toBeGreaterThan(120)
    for (const [k, hertz] of sung.entries())
      expect(Math.abs(12 * Math.log2(hertz / glide[k]))).toBeLessThan(3)
  })

  it('scales pitch, and excursions around the mean of the logarithm', () => {
    const f0 = Float32Array.from([0, 100, 400])
    expect(playPitch(f0, { pitch: 2, range: 1, whisper: false })[1]).toBeCloseTo(200, 2)
    const narrow = playPitch(f0, { pitch: 1, range: 0.5, whisper: false })
    expect([...narrow].map(Math.round)).toEqual([0, 141, 283])
    expect(playPitch(f0, { pitch: 1, range: 1, whisper: true }).every((hertz) => hertz === 0)).toBe(true)
  })
})
