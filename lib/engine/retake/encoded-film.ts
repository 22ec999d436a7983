import {
  ALL_FORMATS,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import { FPS } from '../types'

/** Hz, and samples in a packet, of the engine's sound as it is encoded. */
const SOUND_RATE = 48_000
const PACKET_SAMPLES = 1024

/** An encoded picture or stretch of sound with its number: of a picture in the order in which they are shown. */
export type Numbered = { number: number; packet: EncodedPacket }

/** One of the engine's own films, encoded: pictures in the order in which they are decoded, and sound. */
export type EncodedFilm = {
  pictures: Numbered[]
  sound: Numbered[]
  config: { picture: VideoDecoderConfig; sound: AudioDecoderConfig }
}

/** Reads a film; nothing is decoded. */
export async function readFilm(path: string): Promise<EncodedFilm> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })
  try {
    const [video, audio] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()])
    const [picture, sound] = await Promise.all([video?.getDecoderConfig(), audio?.getDecoderConfig()])
    if (!video || !audio || !picture || !sound) throw new Error('not one of the films of this engine')
    return {
      pictures: await numbered(new EncodedPacketSink(video), FPS),
      sound: await numbered(new EncodedPacketSink(audio), SOUND_RATE / PACKET_SAMPLES),
      config: { picture, sound },
    }
  } finally {
    input.dispose()
  }
}

async function numbered(sink: EncodedPacketSink, rate: number): Promise<Numbered[]> {
  const packets: Numbered[] = []
  for await (const packet of sink.packets()) {
    packets.push({ number: Math.round(packet.timestamp * rate), packet })
  }
  return packets
}

/** Writes a film of packets as they are, each where its number says. */
export async function writeFilm({ pictures, sound, config }: EncodedFilm, path: string): Promise<void> {
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(path),
  })
  const video = new EncodedVideoPacketSource('avc')
  const audio = new EncodedAudioPacketSource('aac')
  output.addVideoTrack(video, { frameRate: FPS })
  output.addAudioTrack(audio)
  await output.start()
  const packetRate = SOUND_RATE / PACKET_SAMPLES
  let heard = 0
  // By turns, so that sound and pictures of one moment lie together in the file.
  for (const { number, packet } of pictures) {
    const shown = { timestamp: number / FPS, duration: 1 / FPS }
    await video.add(packet.clone(shown), { decoderConfig: config.picture })
    for (; heard < sound.length && sound[heard].number / packetRate <= shown.timestamp; heard++) {
      await addSound(sound[heard])
    }
  }
  for (; heard < sound.length; heard++) await addSound(sound[heard])
  await output.finalize()

  async function addSound({ number, packet }: Numbered) {
    const placed = packet.clone({ timestamp: number / packetRate, duration: 1 / packetRate })
    await audio.add(placed, { decoderConfig: config.sound })
  }
}

/** Whether what is encoded for one film can be decoded as part of the other. */
export function sameEncoding(one: EncodedFilm, other: EncodedFilm): boolean {
  const described = ({ config }: EncodedFilm) =>
    [config.picture, config.sound].map(({ codec, description }) => `${codec} ${hex(description)}`).join()
  return described(one) === described(other)
}

function hex(description: AllowSharedBufferSource | undefined): string {
  if (!description) return ''
  const bytes = ArrayBuffer.isView(description)
    ? Buffer.from(description.buffer, description.byteOffset, description.byteLength)
    : Buffer.from(description)
  return bytes.toString('hex')
}
