import type { Sound } from '@/lib/engine/types'

const HEADER_BYTES = 44
const PCM = 1

/**
 * A 16-bit PCM mono WAV file (RIFF, Microsoft/IBM 1991). Samples beyond ±1 are clipped.
 */
export function encodeWav({ samples, sampleRate }: Sound): Uint8Array<ArrayBuffer> {
  const dataBytes = samples.length * 2
  const file = new Uint8Array(HEADER_BYTES + dataBytes)
  const view = new DataView(file.buffer)
  const ascii = (at: number, text: string) => file.set(new TextEncoder().encode(text), at)
  ascii(0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true)
  ascii(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, PCM, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  ascii(36, 'data')
  view.setUint32(40, dataBytes, true)
  for (let i = 0; i < samples.length; i++) {
    const clipped = Math.max(-1, Math.min(1, samples[i]))
    view.setInt16(HEADER_BYTES + 2 * i, Math.round(clipped * 32767), true)
  }
  return file
}

/**
 * Reads a 16-bit PCM mono WAV file of our own making, other chunks skipped. Recordings of people go through
 * `decodeRecording` instead.
 * @throws Error where the bytes are anything else.
 */
export function decodeWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ascii = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (ascii(0) !== 'RIFF' || ascii(8) !== 'WAVE') throw new Error('not a WAV file')
  let sampleRate = 0
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (ascii(at) === 'fmt ' && body + 16 <= bytes.length) {
      const isMono16 = view.getUint16(body, true) === PCM && view.getUint16(body + 2, true) === 1
      if (!isMono16 || view.getUint16(body + 14, true) !== 16) throw new Error('not 16-bit PCM mono')
      sampleRate = view.getUint32(body + 4, true)
    }
    if (ascii(at) === 'data' && sampleRate > 0) {
      const count = Math.min(size, bytes.length - body) >> 1
      const samples = Float32Array.from(
        { length: count },
        (_, i) => view.getInt16(body + 2 * i, true) / 32767,
      )
      return { samples, sampleRate }
    }
    at = body + size + (size & 1)
  }
  throw new Error('a WAV file without sound')
}
