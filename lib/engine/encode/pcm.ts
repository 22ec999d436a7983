/** Signed 16-bit little-endian bytes of samples in −1…1; what is beyond is clipped. */
export function pcmBytes(samples: Float32Array): Buffer {
  // In the machine's own byte order, which is little-endian wherever the engine's binaries run.
  const integers = new Int16Array(samples.length)
  for (let i = 0; i < samples.length; i++) {
    integers[i] = Math.round(Math.max(-1, Math.min(1, samples[i])) * 32767)
  }
  return Buffer.from(integers.buffer)
}
