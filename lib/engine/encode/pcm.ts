/** Signed 16-bit little-endian bytes of samples in −1…1; what is beyond is clipped. */
export function pcmBytes(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2)
  for (let i = 0; i < samples.length; i++) {
    const value = Math.max(-1, Math.min(1, samples[i]))
    bytes.writeInt16LE(Math.round(value * 32767), i * 2)
  }
  return bytes
}
