/** Gaussian smoothing, edges repeated. @param sigma standard deviation in samples of `track`. */
export function smooth(track: Float32Array, sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma)
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-(((k - reach) / sigma) ** 2) / 2),
  )
  const total = kernel.reduce((sum, weight) => sum + weight, 0)
  const last = track.length - 1
  return track.map((_, i) => {
    let sum = 0
    for (let k = 0; k < kernel.length; k++) {
      sum += kernel[k] * track[Math.min(last, Math.max(0, i + k - reach))]
    }
    return sum / total
  })
}
