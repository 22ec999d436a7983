import { readFileSync } from 'node:fs'
import { type LogMel, MEL_BANDS } from './log-mel'

/** The network's classes, in the order of its outputs (`assets/visemes/README.md` says which sounds each covers). */
export const VISEMES = [
  ...(['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH'] as const),
  ...(['SS', 'RR', 'aa', 'E', 'I', 'O', 'U'] as const),
]
export type Viseme = (typeof VISEMES)[number]

/** Frames around the present one that the network sees, in 10 ms steps. */
export const CONTEXT = [-12, -9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9, 12]
/** Numbers in each layer, the input's first. */
export const SIZES = [CONTEXT.length * MEL_BANDS, 160, 96, VISEMES.length]
/** Frames that go through a layer together, so that a weight is read once for all of them. */
const BATCH = 4

/** `weights[output · inputs + input]`. */
type Layer = { inputs: number; outputs: number; weights: Float64Array; biases: Float64Array }

let layers: Layer[] | undefined

/**
 * Probability of each viseme every 10 ms, by a three-layer perceptron over 240 ms of context.
 * @param features a whole recording, normalised.
 * @param from first frame asked for. @param to the one behind the last.
 * @returns `[(t − from) · 14 + class]`; the 14 of a frame sum to 1.
 */
export function visemePosteriors(features: LogMel, from: number, to: number): Float32Array {
  layers ??= readLayers()
  const posteriors = new Float32Array((to - from) * VISEMES.length)
  const activations = SIZES.map((size) => new Float64Array(BATCH * size))
  for (let t = from; t < to; t += BATCH) {
    gatherContext(activations[0], features, t)
    layers.forEach((layer, i) => {
      multiply(layer, activations[i], activations[i + 1], i < SIZES.length - 2)
    })
    const count = Math.min(BATCH, to - t)
    for (let b = 0; b < count; b++) {
      softmax(activations[SIZES.length - 1], b * VISEMES.length, posteriors, (t - from + b) * VISEMES.length)
    }
  }
  return posteriors
}

/** The file: for each layer its weights `[input][output]`, then its biases, little-endian float32. */
function readLayers(): Layer[] {
  const file = readFileSync(new URL('../../../assets/visemes/viseme-mlp.f32', import.meta.url))
  const numbers = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length))
  let at = 0
  return SIZES.slice(1).map((outputs, i) => {
    const inputs = SIZES[i]
    const weights = new Float64Array(inputs * outputs)
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) weights[output * inputs + input] = numbers[at++]
    }
    const biases = Float64Array.from(numbers.subarray(at, at + outputs))
    at += outputs
    return { inputs, outputs, weights, biases }
  })
}

/** Share of the frames, the quietest, that does not count for the mean; and how far (nepers) below the loudest. */
const QUIET_SHARE = 0.4
const AUDIBLE_RANGE = 8

/**
 * Takes the recording's own level and colour (microphone, room) out: the mean of its louder frames is subtracted
 * band by band, and the rest scaled as in training.
 */
export function normalise({ frames, values }: LogMel): LogMel {
  const levels = new Float32Array(frames)
  for (let t = 0; t < frames; t++) {
    for (let band = 0; band < MEL_BANDS; band++) levels[t] += values[t * MEL_BANDS + band] / MEL_BANDS
  }
  const sorted = levels.toSorted()
  const quantile = (share: number) => sorted[Math.floor(share * (frames - 1))]
  const threshold = Math.max(quantile(QUIET_SHARE), quantile(0.98) - AUDIBLE_RANGE)
  const mean = new Float64Array(MEL_BANDS)
  let count = 0
  for (let t = 0; t < frames; t++) {
    if (levels[t] < threshold) continue
    count++
    for (let band = 0; band < MEL_BANDS; band++) mean[band] += values[t * MEL_BANDS + band]
  }
  return { frames, values: values.map((value, i) => (value - mean[i % MEL_BANDS] / count) / 2.5) }
}

function gatherContext(batch: Float64Array, { frames, values }: LogMel, first: number): void {
  let at = 0
  for (let b = 0; b < BATCH; b++) {
    for (const offset of CONTEXT) {
      const t = Math.min(frames - 1, Math.max(0, first + b + offset))
      for (let band = 0; band < MEL_BANDS; band++) batch[at++] = values[t * MEL_BANDS + band]
    }
  }
}

/**
 * One layer for a batch of four frames: out = weights · in + biases, negative sums cut to 0 where `rectify`. Two
 * outputs by four frames at a time keep the eight sums in registers.
 */
function multiply(layer: Layer, input: Float64Array, output: Float64Array, rectify: boolean): void {
  const { inputs, outputs, weights, biases } = layer
  for (let j = 0; j < outputs; j += 2) {
    let [a0, b0, c0, d0] = [0, 0, 0, 0]
    let [a1, b1, c1, d1] = [0, 0, 0, 0]
    for (let i = 0, w0 = j * inputs, w1 = w0 + inputs; i < inputs; i++, w0++, w1++) {
      const weight0 = weights[w0]
      const weight1 = weights[w1]
      const a = input[i]
      const b = input[inputs + i]
      const c = input[2 * inputs + i]
      const d = input[3 * inputs + i]
      a0 += weight0 * a
      b0 += weight0 * b
      c0 += weight0 * c
      d0 += weight0 * d
      a1 += weight1 * a
      b1 += weight1 * b
      c1 += weight1 * c
      d1 += weight1 * d
    }
    const sums = [a0, a1, b0, b1, c0, c1, d0, d1]
    for (let k = 0; k < sums.length; k++) {
      const sum = sums[k] + biases[j + (k & 1)]
      output[(k >> 1) * outputs + j + (k & 1)] = rectify && sum < 0 ? 0 : sum
    }
  }
}

function softmax(from: Float64Array, fromOffset: number, to: Float32Array, toOffset: number): void {
  let highest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < VISEMES.length; i++) highest = Math.max(highest, from[fromOffset + i])
  let sum = 0
  for (let i = 0; i < VISEMES.length; i++) sum += Math.exp(from[fromOffset + i] - highest)
  for (let i = 0; i < VISEMES.length; i++) to[toOffset + i] = Math.exp(from[fromOffset + i] - highest) / sum
}
