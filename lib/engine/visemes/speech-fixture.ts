import { readFileSync } from 'node:fs'
import { decodeWav } from '@/lib/engine/audio/wav'
import { FPS, type MouthFrame, type Phone } from '@/lib/engine/types'
import phones from './fixtures/speech.json'

/** Speech whose phones are known, for tests: see `fixtures/README.md`. */
export const SPOKEN = decodeWav(readFileSync(new URL('./fixtures/speech.wav', import.meta.url)))
export const SPOKEN_PHONES: Phone[] = phones
export const SPOKEN_FRAMES = Math.ceil((SPOKEN.samples.length / SPOKEN.sampleRate) * FPS)

/** Pearson's correlation of two curves of equal length. */
export function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const covariance = mean(a.map((x, i) => (x - meanA) * (b[i] - meanB)))
  return covariance / Math.sqrt(mean(a.map((x) => (x - meanA) ** 2)) * mean(b.map((x) => (x - meanB) ** 2)))
}

/** Whether a frame keeps to the ranges `MouthFrame` promises. */
export function isInRange({ open, round, press, tuck, loud, energy }: MouthFrame): boolean {
  const isShare = (value: number) => value >= 0 && value <= 1
  return open >= 0 && open <= 1.1 && Math.abs(round) <= 1 && [press, tuck, loud, energy].every(isShare)
}
