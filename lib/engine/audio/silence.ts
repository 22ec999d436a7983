import type { Sound } from '@/lib/engine/types'

const WINDOW_SECONDS = 0.02
const AUDIBLE_DBFS = -50

/**
 * Seconds of the sound louder than −50 dBFS (RMS over 20 ms, a constant offset left out): about the quietest
 * level at which speech can still be told from a microphone's own noise.
 */
export function audibleSeconds({ samples, sampleRate }: Sound): number {
  const size = Math.round(WINDOW_SECONDS * sampleRate)
  const threshold = 10 ** (AUDIBLE_DBFS / 10)
  let audibleWindows = 0
  for (let start = 0; start + size <= samples.length; start += size) {
    let sum = 0
    let squares = 0
    for (let i = start; i < start + size; i++) {
      sum += samples[i]
      squares += samples[i] * samples[i]
    }
    const mean = sum / size
    if (squares / size - mean * mean > threshold) audibleWindows++
  }
  return (audibleWindows * size) / sampleRate
}
