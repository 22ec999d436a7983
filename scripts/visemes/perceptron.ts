/** A multilayer perceptron, rectified between its layers; weights `[input][output]`. */
export type Perceptron = { sizes: readonly number[]; weights: Float32Array[]; biases: Float32Array[] }

/** One stretch of numbers that training moves, with its gradient and Adam's two moments. */
type Parameters = { values: Float32Array; gradient: Float32Array; mean: Float32Array; square: Float32Array }

/** Random weights after He et al. 2015. */
export function createPerceptron(sizes: readonly number[], normal: () => number): Perceptron {
  const weights = sizes
    .slice(1)
    .map((outputs, i) =>
      Float32Array.from({ length: sizes[i] * outputs }, () => normal() * Math.sqrt(2 / sizes[i])),
    )
  return { sizes, weights, biases: sizes.slice(1).map((outputs) => new Float32Array(outputs)) }
}

/** The file that `viseme-network.ts` reads: layer by layer weights, then biases, little-endian float32. */
export function toBytes({ weights, biases }: Perceptron): Buffer {
  return Buffer.concat(
    weights.flatMap((layer, i) => [layer, biases[i]]).map((part) => Buffer.from(part.buffer)),
  )
}

export function fromBytes(sizes: readonly number[], bytes: Uint8Array): Perceptron {
  const numbers = new Float32Array(bytes.slice().buffer)
  let at = 0
  const take = (count: number) => {
    at += count
    return numbers.slice(at - count, at)
  }
  const weights: Float32Array[] = []
  const biases: Float32Array[] = []
  for (let i = 1; i < sizes.length; i++) {
    weights.push(take(sizes[i - 1] * sizes[i]))
    biases.push(take(sizes[i]))
  }
  return { sizes, weights, biases }
}

const DROPOUT = 0.15
const BATCH = 256

/** Trains by Adam (Kingma & Ba 2015) on weighted cross-entropy, one example after the other, with dropout. */
export class Trainer {
  private readonly parameters: Parameters[]
  private readonly activations: Float32Array[]
  private readonly errors: Float32Array[]
  private steps = 0

  constructor(
    private readonly network: Perceptron,
    private readonly classWeights: Float32Array,
    private readonly random: () => number,
  ) {
    this.parameters = [...network.weights, ...network.biases].map((values) => ({
      values,
      gradient: new Float32Array(values.length),
      mean: new Float32Array(values.length),
      square: new Float32Array(values.length),
    }))
    this.activations = network.sizes.map((size) => new Float32Array(size))
    this.errors = network.sizes.map((size) => new Float32Array(size))
  }

  /**
   * One pass over `order`.
   * @param fill writes the example `index` into `input` and returns its class.
   * @returns mean cross-entropy in nats.
   */
  epoch(
    order: Uint32Array,
    rate: (done: number) => number,
    fill: (index: number, input: Float32Array) => number,
  ): number {
    let loss = 0
    for (let i = 0; i < order.length; i++) {
      const label = fill(order[i], this.activations[0])
      loss += this.forward(label)
      this.backward()
      if ((i + 1) % BATCH === 0) this.step(rate(i / order.length))
    }
    return loss / order.length
  }

  /** Leaves the gradient of the loss by the outputs in the last of `errors`. */
  private forward(label: number): number {
    const { sizes, weights, biases } = this.network
    for (let layer = 0; layer < weights.length; layer++) {
      const [from, to] = [this.activations[layer], this.activations[layer + 1]]
      const weight = weights[layer]
      to.set(biases[layer])
      for (let i = 0, w = 0; i < from.length; i++, w += to.length) {
        const value = from[i]
        if (value === 0) continue
        for (let j = 0; j < to.length; j++) to[j] += value * weight[w + j]
      }
      if (layer === weights.length - 1) break
      for (let j = 0; j < to.length; j++) {
        to[j] = to[j] > 0 && this.random() >= DROPOUT ? to[j] / (1 - DROPOUT) : 0
      }
    }
    const outputs = this.activations[sizes.length - 1]
    const error = this.errors[sizes.length - 1]
    const highest = Math.max(...outputs)
    const total = outputs.reduce((sum, x) => sum + Math.exp(x - highest), 0)
    for (let c = 0; c < outputs.length; c++) error[c] = Math.exp(outputs[c] - highest) / total
    const loss = -Math.log(error[label] + 1e-9)
    error[label] -= 1
    for (let c = 0; c < error.length; c++) error[c] *= this.classWeights[label] / BATCH
    return loss
  }

  private backward(): void {
    const { weights } = this.network
    for (let layer = weights.length - 1; layer >= 0; layer--) {
      const [from, error, back] = [this.activations[layer], this.errors[layer + 1], this.errors[layer]]
      const weight = weights[layer]
      const gradient = this.parameters[layer].gradient
      const biasGradient = this.parameters[weights.length + layer].gradient
      for (let j = 0; j < error.length; j++) biasGradient[j] += error[j]
      for (let i = 0, w = 0; i < from.length; i++, w += error.length) {
        const value = from[i]
        if (value === 0) {
          back[i] = 0
          continue
        }
        for (let j = 0; j < error.length; j++) gradient[w + j] += value * error[j]
        if (layer === 0) continue
        let sum = 0
        for (let j = 0; j < error.length; j++) sum += weight[w + j] * error[j]
        back[i] = sum / (1 - DROPOUT)
      }
    }
  }

  private step(rate: number): void {
    this.steps++
    const meanScale = 1 / (1 - 0.9 ** this.steps)
    const squareScale = 1 / (1 - 0.999 ** this.steps)
    for (const { values, gradient, mean, square } of this.parameters) {
      for (let i = 0; i < values.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i]
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i]
        values[i] -= (rate * mean[i] * meanScale) / (Math.sqrt(square[i] * squareScale) + 1e-8)
        gradient[i] = 0
      }
    }
  }
}
