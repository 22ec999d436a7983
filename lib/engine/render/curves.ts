/** `value` kept within `low`…`high`. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}

/** Hermite step: 0 at `from`, 1 at `to`, smooth between and flat outside; `from` may exceed `to`. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1)
  return t * t * (3 - 2 * t)
}

/** Bell of width `width` about 0: exp(−(value/width)²). */
export function bell(value: number, width: number): number {
  const t = value / width
  return Math.exp(-t * t)
}
