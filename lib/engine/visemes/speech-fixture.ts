import { readFileSync } from 'node:fs'
import { decodeWav } from '@/lib/engine/audio/wav'
import { FPS, type Phone } from '@/lib/engine/types'
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
