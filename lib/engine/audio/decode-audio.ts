import { readFile } from 'node:fs/promises'
import { StudioError } from '@/lib/boson/errors'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Sound } from '@/lib/engine/types'
import { createFFmpegSandbox, type FFmpegSandbox, SANDBOX_LIMITS } from '../ffmpeg-sandbox'
import { audibleSeconds } from './silence'
import { type AudioContainer, sniffAudio } from './sniff-audio'

/** What the engine works in: the rate of Opus and of video soundtracks. */
export const RECORDING_RATE = 48_000

const LENGTH_TOLERANCE_SECONDS = 0.05
const MIN_SECONDS = 0.2
/** A file whose decoded sound falls this much short of what it declares was cut off. */
const CUT_OFF_SECONDS = 0.5
export const ACCEPTED = 'WAV, MP3, M4A, AAC, FLAC, OGG, Opus or WebM'

/** ffmpeg's names: the demuxer to force, and the same demuxer's full name for the whitelist. */
const DEMUXERS: Record<AudioContainer, { name: string; fullName: string }> = {
  wav: { name: 'wav', fullName: 'wav' },
  mp3: { name: 'mp3', fullName: 'mp3' },
  flac: { name: 'flac', fullName: 'flac' },
  ogg: { name: 'ogg', fullName: 'ogg' },
  aac: { name: 'aac', fullName: 'aac' },
  webm: { name: 'matroska', fullName: 'matroska,webm' },
  mp4: { name: 'mov', fullName: 'mov,mp4,m4a,3gp,3g2,mj2' },
}

/** Sound decoders found in the containers above; no picture, subtitle or playlist code is ever reached. */
const DECODERS = [
  ...['aac', 'alac', 'flac', 'mp3', 'mp3float', 'mp2', 'mp2float', 'opus', 'libopus', 'vorbis', 'libvorbis'],
  ...['pcm_u8', 'pcm_s16le', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le', 'pcm_f64le', 'pcm_alaw', 'pcm_mulaw'],
  ...['pcm_s16be', 'pcm_s24be', 'pcm_s32be', 'pcm_f32be', 'adpcm_ms', 'adpcm_ima_wav', 'amrnb', 'amrwb'],
]

/** A recording, decoded. `cutOff`: the file declares more sound than it holds, as a broken upload does. */
export type Recording = Sound & { seconds: number; cutOff: boolean }

/**
 * Decodes a recording of any accepted format to 48 kHz mono, inside a WebAssembly sandbox. Blocks the thread while
 * decoding (about 10 ms per second of sound, the first time 0.5 s more): run it where a hostile file can be stopped by a time limit.
 * @throws StudioError with param `input`: `empty_input` (code `empty_file`, `too_short` under 0.2 s, `silent`
 *   with less than 0.2 s above −50 dBFS), `invalid_audio_format` (code `unreadable`), `audio_too_long`.
 */
export async function decodeRecording(path: string): Promise<Recording> {
  const bytes = await readFile(path)
  if (bytes.length === 0) throw refusal('empty_input', 'empty_file', 'The recording is an empty file.')
  const sound = await decodeSound(bytes)
  if (!sound) throw unreadable()
  const { samples, declaredSeconds } = sound
  const seconds = samples.length / RECORDING_RATE
  if (seconds > MAX_AUDIO_SECONDS + LENGTH_TOLERANCE_SECONDS) throw tooLong(declaredSeconds)
  if (seconds < MIN_SECONDS) throw refusal('empty_input', 'too_short', 'The recording is too short to speak.')
  if (audibleSeconds(sound) < MIN_SECONDS) {
    throw refusal('empty_input', 'silent', 'Nothing can be heard in the recording.')
  }
  return { samples, sampleRate: RECORDING_RATE, seconds, cutOff: declaredSeconds > seconds + CUT_OFF_SECONDS }
}

/**
 * The sound of a file of any accepted format, at most a second more than a minute of it, and the seconds it declares
 * (0 where none); null where it cannot be decoded. Blocks the thread as `decodeRecording` does.
 */
export async function decodeSound(bytes: Uint8Array): Promise<(Sound & { declaredSeconds: number }) | null> {
  const container = sniffAudio(bytes)
  if (!container) return null
  const decoded = decode(await createFFmpegSandbox(), bytes, container)
  return decoded.samples.length === 0 ? null : { ...decoded, sampleRate: RECORDING_RATE }
}

/** Both channels of what the sandbox decoded, mixed to one; no samples where nothing could be decoded. */
function decode(
  sandbox: FFmpegSandbox,
  bytes: Uint8Array,
  container: AudioContainer,
): { samples: Float32Array; declaredSeconds: number } {
  const log: string[] = []
  sandbox.setLogger(({ message }) => {
    // A damaged file can complain thousands of times; only its description is of interest.
    if (log.length < 20 && /Duration: |Audio: /.test(message)) log.push(message)
  })
  sandbox.FS.writeFile('recording', bytes)
  try {
    sandbox.exec(...commandLine(container))
  } catch {
    // The decoder crashed on this file, inside the sandbox. What it wrote before still counts.
  }
  const header = log.join('\n')
  if (!sandbox.FS.analyzePath('sound').exists) return { samples: new Float32Array(0), declaredSeconds: 0 }
  // ffmpeg spreads one channel over two at −3 dB each (ITU-R BS.775); its own level is kept here.
  const gain = /Audio: .*, (mono|1 channels)\b/.test(header) ? Math.SQRT2 : 1
  const samples = mixToMono(new Float32Array(sandbox.FS.readFile('sound').buffer), gain)
  return { samples, declaredSeconds: declaredDuration(header) }
}

/** The demuxer is forced, so that ffmpeg never guesses its way into a playlist or a picture. */
function commandLine(container: AudioContainer): string[] {
  const { name, fullName } = DEMUXERS[container]
  return [
    ...SANDBOX_LIMITS,
    ...['-format_whitelist', fullName, '-codec_whitelist', DECODERS.join(',')],
    ...['-f', name, '-i', 'recording'],
    ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-t', String(MAX_AUDIO_SECONDS + 1)],
    ...['-ac', '2', '-ar', String(RECORDING_RATE), '-f', 'f32le', 'sound'],
  ]
}

/**
 * The mean of left and right, or the louder of the two where they cancel each other out (one wired backwards).
 * Values that are no number become silence, and a sound beyond full scale is scaled down to it.
 * @param interleaved left, right, left … @param gain applied to all.
 */
function mixToMono(interleaved: Float32Array, gain: number): Float32Array {
  const count = interleaved.length >> 1
  let left = 0
  let right = 0
  let sum = 0
  for (let i = 0; i < interleaved.length; i++) if (!Number.isFinite(interleaved[i])) interleaved[i] = 0
  for (let i = 0; i < 2 * count; i += 2) {
    left += interleaved[i] ** 2
    right += interleaved[i + 1] ** 2
    sum += ((interleaved[i] + interleaved[i + 1]) / 2) ** 2
  }
  const cancels = sum < 0.05 * Math.max(left, right)
  const leftWeight = cancels ? Number(left >= right) : 0.5
  const mono = new Float32Array(count)
  let peak = 1
  for (let i = 0; i < count; i++) {
    mono[i] = gain * (leftWeight * interleaved[2 * i] + (1 - leftWeight) * interleaved[2 * i + 1])
    peak = Math.max(peak, Math.abs(mono[i]))
  }
  if (peak > 1) for (let i = 0; i < count; i++) mono[i] /= peak
  return mono
}

/** Seconds the file itself declares, from ffmpeg's `Duration: 00:00:12.34`; 0 where it declares none. */
function declaredDuration(log: string): number {
  const found = /Duration: (\d+):(\d+):([\d.]+)/.exec(log)
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : 0
}

function refusal(type: 'empty_input' | 'invalid_audio_format', code: string, fault: string): StudioError {
  return new StudioError(type, `${fault} Use a recording of speech of up to ${MAX_AUDIO_SECONDS} seconds.`, {
    param: 'input',
    code,
  })
}

function unreadable(): StudioError {
  return new StudioError('invalid_audio_format', `The recording cannot be read. Use ${ACCEPTED}.`, {
    param: 'input',
    code: 'unreadable',
  })
}

function tooLong(declaredSeconds: number): StudioError {
  const length =
    declaredSeconds > MAX_AUDIO_SECONDS + 1 ? `${Math.round(declaredSeconds)} seconds long` : 'too long'
  return new StudioError(
    'audio_too_long',
    `The recording is ${length}. Use one of at most ${MAX_AUDIO_SECONDS} seconds.`,
    { param: 'input' },
  )
}
