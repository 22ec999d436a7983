import { Fft } from './fft'
import { planWarp, type Warp } from './formants'
import { lookUp, tabulate } from './function-tables'
import { playPitch, pulseTrain } from './pitch'
import type { Tone } from './tone'

/** Samples a second of everything the voices make. */
export const VOICE_RATE = 24_000
/** Samples from one frame to the next: 12.5 ms. */
export const HOP = 300
const WINDOW = 1200
const HALF = WINDOW / 2
const BINS = HALF + 1
/** Log magnitudes are capped here, so that a wild frame cannot blow up. */
const LOUDEST = 7

/** What the acoustic network predicts for each frame. Planes are [601 bins][frames], row-major. */
export type Spectra = {
  frames: number
  /** Fundamental frequency in Hz, about 0 where unvoiced. [frames] */
  f0: Float32Array
  /** Log magnitude of the filter on the pulse train. */
  harmonic: Float32Array
  /** Its phase, as the argument of π·tanh. */
  harmonicPhase: Float32Array
  /** Log magnitude of the noise. */
  noise: Float32Array
  /** Log magnitude and phase of what is neither. */
  residual: Float32Array
  residualPhase: Float32Array
}

type VocoderStyle = {
  pitch: number
  range: number
  centre?: number
  formant: number
  breath: number
  tone?: Tone
  whisper: boolean
  vibrato?: number
  sung?: boolean
}

/**
 * Waveform of predicted spectra, `frames · 300` samples at 24 kHz: inverse STFT (1200-point periodic Hann, hop 300)
 * of `e^h·e^{iπ·tanh θ}·P + e^n·Z + e^r·e^{iφ}`, P the STFT of a pulse train at f0, Z complex Gaussian noise
 * (`assets/voices/README.md`). Same spectra, style and seed, same samples.
 */
export function vocode(spectra: Spectra, style: VocoderStyle, seed: number): Float32Array {
  return new Synthesis(spectra, style, seed).run()
}

/** Buffers and tables of one run, so that the loops allocate nothing. */
class Synthesis {
  private readonly pulses: Float32Array
  private readonly sum: Float64Array
  private readonly weight: Float64Array
  private readonly timeA = new Float64Array(WINDOW)
  private readonly timeB = new Float64Array(WINDOW)
  private readonly re = new Float64Array(WINDOW)
  private readonly im = new Float64Array(WINDOW)
  private readonly pulseRe = new Float64Array(BINS)
  private readonly pulseIm = new Float64Array(BINS)
  private readonly first = { re: new Float64Array(BINS), im: new Float64Array(BINS) }
  private readonly second = { re: new Float64Array(BINS), im: new Float64Array(BINS) }
  private readonly column = {
    harmonic: new Float64Array(BINS),
    harmonicPhase: new Float64Array(BINS),
    noise: new Float64Array(BINS),
    residual: new Float64Array(BINS),
    residualPhase: new Float64Array(BINS),
  }
  private readonly warp: Warp
  private random: number

  constructor(
    private readonly spectra: Spectra,
    private readonly style: VocoderStyle,
    seed: number,
  ) {
    const length = spectra.frames * HOP
    this.pulses = reflected(pulseTrain(playPitch(spectra.f0, style), HOP, VOICE_RATE), HALF)
    this.sum = new Float64Array(length + WINDOW)
    this.weight = new Float64Array(length + WINDOW)
    this.warp = planWarp(style.formant, style.tone, BINS, VOICE_RATE / WINDOW)
    this.random = scramble(seed)
  }

  run(): Float32Array {
    const { frames } = this.spectra
    // A pair of real frames goes through one complex transform, both ways.
    for (let k = 0; k < frames; k += 2) {
      const paired = k + 1 < frames
      const voiced = this.transformPulses(k, paired)
      this.takePulseSpectrum(voiced, 'first')
      this.filterFrame(k, this.first)
      if (paired) {
        this.takePulseSpectrum(voiced, 'second')
        this.filterFrame(k + 1, this.second)
      } else {
        this.second.re.fill(0)
        this.second.im.fill(0)
      }
      this.overlapAdd(k, paired)
    }
    const out = new Float32Array(frames * HOP)
    for (let i = 0; i < out.length; i++) {
      out[i] = this.sum[i + HALF] / Math.max(this.weight[i + HALF], 1e-11)
    }
    return out
  }

  /** STFT of the pulse train for frames k (real part) and k + 1 (imaginary part); false where both are silent. */
  private transformPulses(k: number, paired: boolean): boolean {
    const { pulses, timeA, timeB } = this
    const from = k * HOP
    let any = false
    for (let i = 0; i < WINDOW; i++) {
      const a = pulses[from + i]
      const b = paired ? pulses[from + HOP + i] : 0
      if (a !== 0 || b !== 0) any = true
      timeA[i] = a * SOURCE_WINDOW[i]
      timeB[i] = b * SOURCE_WINDOW[i]
    }
    if (any) FFT.forward(timeA, timeB, this.re, this.im)
    return any
  }

  /** Separates one frame's spectrum from the pair's by conjugate symmetry. */
  private takePulseSpectrum(voiced: boolean, which: 'first' | 'second'): void {
    const { re, im, pulseRe, pulseIm } = this
    if (!voiced) {
      pulseRe.fill(0)
      pulseIm.fill(0)
      return
    }
    for (let b = 0; b < BINS; b++) {
      const mirror = b === 0 ? 0 : WINDOW - b
      if (which === 'first') {
        pulseRe[b] = (re[b] + re[mirror]) / 2
        pulseIm[b] = (im[b] - im[mirror]) / 2
      } else {
        pulseRe[b] = (im[b] + im[mirror]) / 2
        pulseIm[b] = (re[mirror] - re[b]) / 2
      }
    }
  }

  /** One frame's spectrum: filtered pulses, noise and residual. */
  private filterFrame(k: number, out: { re: Float64Array; im: Float64Array }): void {
    this.readColumn(k)
    const { harmonic, harmonicPhase, noise, residual, residualPhase } = this.column
    const { pulseRe, pulseIm } = this
    const outRe = out.re
    const outIm = out.im
    let random = this.random
    for (let b = 0; b < BINS; b++) {
      const gain = lookUp(EXP, harmonic[b])
      const re = gain * lookUp(PHASE_COSINE, harmonicPhase[b])
      const im = gain * lookUp(PHASE_SINE, harmonicPhase[b])
      // Xorshift (Marsaglia 2003): 12 bits choose the noise's radius, 12 its angle.
      random ^= random << 13
      random ^= random >>> 17
      random ^= random << 5
      const spread = lookUp(EXP, noise[b]) * RADIUS[random >>> 20]
      const turn = (random >>> 4) & TURN_MASK
      const rest = lookUp(EXP, residual[b])
      const restTurn = (residualPhase[b] * TURNS_PER_RADIAN + MANY_TURNS) & TURN_MASK
      outRe[b] = pulseRe[b] * re - pulseIm[b] * im + spread * COSINE[turn] + rest * COSINE[restTurn]
      outIm[b] = pulseRe[b] * im + pulseIm[b] * re + spread * SINE[turn] + rest * SINE[restTurn]
    }
    outIm[0] = 0
    outIm[BINS - 1] = 0
    this.random = random
  }

  /** Frame k of every plane, its frequency axis warped by the formant factor, breath and whisper applied. */
  private readColumn(k: number): void {
    const { spectra, column, warp } = this
    const { breath, whisper } = this.style
    const { frames } = spectra
    for (let b = 0; b < BINS; b++) {
      const low = warp.below[b] * frames + k
      const high = warp.above[b] * frames + k
      const w = warp.weight[b]
      const roll = warp.roll[b]
      const harmonic = spectra.harmonic[low] + w * (spectra.harmonic[high] - spectra.harmonic[low]) - roll
      const noise = spectra.noise[low] + w * (spectra.noise[high] - spectra.noise[low]) - roll
      column.harmonic[b] = harmonic
      column.harmonicPhase[b] =
        spectra.harmonicPhase[low] + w * (spectra.harmonicPhase[high] - spectra.harmonicPhase[low])
      column.noise[b] = noise + breath
      column.residual[b] = spectra.residual[low] + w * (spectra.residual[high] - spectra.residual[low]) - roll
      column.residualPhase[b] = spectra.residualPhase[warp.nearest[b] * frames + k]
    }
    if (whisper) whisperColumn(column)
  }

  /** Inverse transform of the pair (as the forward transform of the conjugate) into the sum. */
  private overlapAdd(k: number, paired: boolean): void {
    const { re, im, first, second, timeA, timeB, sum, weight } = this
    for (let b = 0; b < BINS; b++) {
      re[b] = first.re[b] - second.im[b]
      im[b] = -(first.im[b] + second.re[b])
    }
    for (let b = 1; b < BINS - 1; b++) {
      re[WINDOW - b] = first.re[b] + second.im[b]
      im[WINDOW - b] = first.im[b] - second.re[b]
    }
    FFT.forward(re, im, timeA, timeB)
    const at = k * HOP
    for (let i = 0; i < WINDOW; i++) {
      const w = HANN[i]
      sum[at + i] += (timeA[i] * w) / WINDOW
      weight[at + i] += w * w
    }
    if (!paired) return
    for (let i = 0; i < WINDOW; i++) {
      const w = HANN[i]
      sum[at + HOP + i] -= (timeB[i] * w) / WINDOW
      weight[at + HOP + i] += w * w
    }
  }
}

const FFT = new Fft(WINDOW)
/** Periodic Hann. */
const HANN = Float64Array.from({ length: WINDOW }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW))
/** The pulse train's window: divided by a quarter of its length, so that a unit cosine has a unit peak. */
const SOURCE_WINDOW = HANN.map((w) => w / (WINDOW / 4))

/** The filters' functions, to about 1e-5: e^x capped where `LOUDEST` says, cosine and sine of π·tanh x. */
const EXP = tabulate(Math.exp, -23, LOUDEST, 4096)
const PHASE_COSINE = tabulate((x) => Math.cos(Math.PI * Math.tanh(x)), -7, 7, 4096)
const PHASE_SINE = tabulate((x) => Math.sin(Math.PI * Math.tanh(x)), -7, 7, 4096)

/** Angles in steps of a 4096th turn (0.0008 rad). */
const TURN_STEPS = 4096
const TURN_MASK = TURN_STEPS - 1
const TURNS_PER_RADIAN = TURN_STEPS / (2 * Math.PI)
/** Keeps the angle positive for truncation to a step, and rounds it. */
const MANY_TURNS = 1000 * TURN_STEPS + 0.5
const COSINE = Float64Array.from({ length: TURN_STEPS }, (_, i) => Math.cos((2 * Math.PI * i) / TURN_STEPS))
const SINE = Float64Array.from({ length: TURN_STEPS }, (_, i) => Math.sin((2 * Math.PI * i) / TURN_STEPS))
/** A complex Gaussian of unit variance per part is an even angle and a Rayleigh radius: its quantiles. */
const RADIUS = Float64Array.from({ length: 4096 }, (_, i) => Math.sqrt(-2 * Math.log((i + 0.5) / 4096)))

/** A whisper has no pulses: most of the harmonic envelope moves into the noise, little residual is left. */
function whisperColumn(column: {
  harmonic: Float64Array
  noise: Float64Array
  residual: Float64Array
}): void {
  for (let b = 0; b < BINS; b++) {
    const excess = column.harmonic[b] - column.noise[b]
    if (excess > 0) column.noise[b] += 0.7 * excess - 1
    column.residual[b] += Math.log(0.3)
  }
}

/** `signal` with `margin` samples mirrored about its first and last sample on either side. */
function reflected(signal: Float32Array, margin: number): Float32Array {
  const out = new Float32Array(signal.length + 2 * margin)
  out.set(signal, margin)
  const last = signal.length - 1
  for (let i = 1; i <= margin; i++) {
    out[margin - i] = signal[Math.min(last, i)]
    out[margin + last + i] = signal[Math.max(0, last - i)]
  }
  return out
}

/** Any integer seed to a non-zero state whose bits are mixed (murmur3's finaliser). */
function scramble(seed: number): number {
  let h = (seed ^ 0x9e3779b9) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 1
}
