import type { Sound } from '../types'

/** Signed 16-bit little-endian samples of a sound, cut or padded with silence to `length` samples. */
export function pcmBytes({ samples }: Sound, length: number): Buffer {
  const bytes = Buffer.alloc(length * 2)
  const count = Math.min(length, samples.length)
  for (let i = 0; i < count; i++) {
    const value = Math.max(-1, Math.min(1, samples[i]))
    bytes.writeInt16LE(Math.round(value * 32767), i * 2)
  }
  return bytes
}
