/** Sample rate the features and the network are made for. */
export const MEL_SAMPLE_RATE = 16_000
export const MEL_BANDS = 40
/** Feature frames a second; frame t is centred on second t / 100. */
export const MEL_RATE = 100

const HOP = MEL_SAMPLE_RATE / MEL_RATE
const WINDOW = 400
const FFT_SIZE = 512
const BINS = FFT_SIZE / 2 + 1
const LOWEST_HZ = 60
const HIGHEST_HZ = 7600
const FLOOR = 1e-7

/** Natural logarithms of mel band energies, `values[t · MEL_BANDS + band]`. */
export type LogMel = { frames: number; values: Float32Array }

/**
 * Log-mel spectrogram: 25 ms Hann windows every 10 ms, 40 triangular bands of 60–7600 Hz (mel scale of O'Shaughnessy
 * 1987). The numbers are those the viseme network was trained on.
 * @param samples mono at 16 kHz, −1…1.
 */
export function logMel(samples: Float32Array): LogMel {
  const frames = Math.floor(samples.length / HOP) + 2
  const values = new Float32Array(frames * MEL_BANDS)
  const re = new Float64Array(FFT_SIZE)
  const im = new Float64Array(FFT_SIZE)
  const power = new Float64Array(BINS)
  // Two real frames ride in one complex transform, as its real and its imaginary part.
  for (let t = 0; t < frames; t += 2) {
    fillWindow(re, samples, t)
    fillWindow(im, samples, t + 1)
    fft(re, im)
    for (const part of [0, 1]) {
      if (t + part >= frames) break
      splitPower(power, re, im, part === 0 ? 1 : -1)
      writeBands(values, (t + part) * MEL_BANDS, power)
    }
  }
  return { frames, values }
}

const HANN = Float32Array.from(
  { length: WINDOW },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (WINDOW - 1)),
)

function fillWindow(target: Float64Array, samples: Float32Array, frame: number): void {
  const first = frame * HOP - WINDOW / 2
  for (let i = 0; i < WINDOW; i++) {
    const at = first + i
    target[i] = at >= 0 && at < samples.length ? samples[at] * HANN[i] : 0
  }
  target.fill(0, WINDOW)
}

/** Power spectrum of the even part (sign 1: the real signal) or the odd part (−1: the imaginary one) of Z = re + i·im. */
function splitPower(power: Float64Array, re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  for (let k = 0; k < BINS; k++) {
    const mirror = (FFT_SIZE - k) & (FFT_SIZE - 1)
    const a = re[k] + sign * re[mirror]
    const b = im[k] - sign * im[mirror]
    power[k] = (a * a + b * b) / 4
  }
}

type Band = { firstBin: number; weights: Float64Array }

const BANDS: Band[] = melBands()

function melBands(): Band[] {
  const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700)
  const hertz = (value: number) => 700 * (10 ** (value / 2595) - 1)
  const step = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (MEL_BANDS + 1)
  const edge = (i: number) => hertz(mel(LOWEST_HZ) + step * i)
  return Array.from({ length: MEL_BANDS }, (_, band) => {
    const [low, centre, high] = [edge(band), edge(band + 1), edge(band + 2)]
    const weights: number[] = []
    let firstBin = 0
    for (let bin = 0; bin < BINS; bin++) {
      const f = (bin * MEL_SAMPLE_RATE) / FFT_SIZE
      const weight = Math.min((f - low) / (centre - low), (high - f) / (high - centre))
      if (weight <= 0) continue
      if (weights.length === 0) firstBin = bin
      weights.push(weight)
    }
    return { firstBin, weights: Float64Array.from(weights) }
  })
}

function writeBands(values: Float32Array, offset: number, power: Float64Array): void {
  for (let band = 0; band < MEL_BANDS; band++) {
    const { firstBin, weights } = BANDS[band]
    let sum = FLOOR
    for (let i = 0; i < weights.length; i++) sum += power[firstBin + i] * weights[i]
    values[offset + band] = Math.log(sum)
  }
}

const COS = Float64Array.from({ length: FFT_SIZE / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / FFT_SIZE))
const SIN = Float64Array.from({ length: FFT_SIZE / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / FFT_SIZE))
const REVERSED = Uint16Array.from({ length: FFT_SIZE }, (_, i) => {
  let reversed = 0
  for (let bit = 1; bit < FFT_SIZE; bit <<= 1) reversed = (reversed << 1) | (i & bit ? 1 : 0)
  return reversed
})

/** In-place radix-2 fast Fourier transform of 512 complex points, decimation in time (Cooley & Tukey 1965). */
function fft(re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < FFT_SIZE; i++) {
    const j = REVERSED[i]
    if (j <= i) continue
    const r = re[i]
    re[i] = re[j]
    re[j] = r
    const m = im[i]
    im[i] = im[j]
    im[j] = m
  }
  for (let half = 1, stride = FFT_SIZE / 2; half < FFT_SIZE; half <<= 1, stride >>= 1) {
    for (let start = 0; start < FFT_SIZE; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const p = start + k
        const q = p + half
        const c = COS[k * stride]
        const s = SIN[k * stride]
        const x = re[q] * c - im[q] * s
        const y = re[q] * s + im[q] * c
        re[q] = re[p] - x
        im[q] = im[p] - y
        re[p] += x
        im[p] += y
      }
    }
  }
}
