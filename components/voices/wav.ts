const HEADER_BYTES = 44

/** What the browser recorded, in whichever form, as a mono WAV that every studio reads. */
export async function toWav(recording: Blob, name: string): Promise<File> {
  const context = new OfflineAudioContext(1, 1, 24_000)
  const sound = await context.decodeAudioData(await recording.arrayBuffer())
  const mono = new OfflineAudioContext(1, sound.length, sound.sampleRate)
  const source = mono.createBufferSource()
  source.buffer = sound
  source.connect(mono.destination)
  source.start()
  const samples = (await mono.startRendering()).getChannelData(0)
  return new File([wav(samples, sound.sampleRate)], name, { type: 'audio/wav' })
}

/** 16 bit samples behind a RIFF header. */
function wav(samples: Float32Array, rate: number): ArrayBuffer {
  const bytes = new ArrayBuffer(HEADER_BYTES + samples.length * 2)
  const view = new DataView(bytes)
  const text = (at: number, word: string) =>
    [...word].forEach((letter, i) => {
      view.setUint8(at + i, letter.charCodeAt(0))
    })
  text(0, 'RIFF')
  view.setUint32(4, bytes.byteLength - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, i) => {
    view.setInt16(HEADER_BYTES + i * 2, Math.max(-1, Math.min(sample, 1)) * 0x7fff, true)
  })
  return bytes
}
