import { FPS } from '../types'

/** File descriptors of the encoder process: frames and sound go in, the live stream comes out at stdout. */
const FRAMES_FD = 0
const LIVE_FD = 1
export const SOUND_FD = 3

/** AAC frames hold 1024 samples: at 48 kHz sound and picture end within 21 ms of each other. */
const AUDIO_RATE = 48000

/** Ten frames: short enough to begin soon, long enough that the boxes around it cost 1 % of it. */
const FRAGMENT_MICROSECONDS = 400_000

/** Opens an input without looking ahead: ffmpeg would else wait for seconds of sound before it takes a frame. */
const WITHOUT_PROBING = ['-probesize', '32']

type EncoderSetup = {
  width: number
  height: number
  /** Hz of the sound that will come. */
  soundRate: number
  outPath: string
  /** Seconds of further pictures that stand on their own. */
  keyframes?: readonly number[]
  /** Also write a live stream to `LIVE_FD`. */
  live: boolean
}

/**
 * Arguments for ffmpeg: raw I420 frames and signed 16-bit mono sound come through pipes; a faststart MP4 goes to
 * `outPath`. H.264 High, BT.709 limited range, constant quality; AAC-LC. One thread, because the renderer keeps
 * the other core busy, and bit-exact, so that the same frames give the same file, with or without a live stream.
 */
export function encoderArguments(setup: EncoderSetup): string[] {
  const { width, height, soundRate, outPath, keyframes = [], live } = setup
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', `${FPS}`],
    ...[...WITHOUT_PROBING, '-i', `pipe:${FRAMES_FD}`],
    ...['-f', 's16le', '-ar', `${soundRate}`, '-ac', '1', ...WITHOUT_PROBING, '-i', `pipe:${SOUND_FD}`],
    ...['-map', '0:v', '-map', '1:a', '-map_metadata', '-1'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', '21', '-g', `${2 * FPS}`],
    ...(keyframes.length > 0 ? ['-force_key_frames', keyframes.join()] : []),
    ...['-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-c:a', 'aac', '-b:a', '96k', '-ar', `${AUDIO_RATE}`],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact+global_header', '-flags:a', '+bitexact+global_header'],
    ...(live ? fileAndLiveStream(outPath) : ['-movflags', '+faststart', '-f', 'mp4', outPath]),
  ]
}

/**
 * Encoded once, written twice. The first fragment brings the initialisation segment with it (`delay_moov`): only then
 * are the edit lists known that keep sound and picture together. Negative times are left to each of the two files,
 * and a live stream that cannot be written does not end the other.
 */
function fileAndLiveStream(outPath: string): string[] {
  const file = `[f=mp4:movflags=+faststart:fflags=+bitexact]${escapeForTee(outPath)}`
  const movflags = '+delay_moov+default_base_moof+skip_trailer'
  const timing = `frag_duration=${FRAGMENT_MICROSECONDS}`
  const live = `[f=mp4:movflags=${movflags}:${timing}:fflags=+bitexact:onfail=ignore]pipe:${LIVE_FD}`
  return ['-avoid_negative_ts', 'disabled', '-f', 'tee', `${file}|${live}`]
}

/** ffmpeg's tee takes `|` for the end of a name, and quotes, backslashes and outer blanks for its own. */
function escapeForTee(path: string): string {
  return path.replace(/[\\'|\s]/g, '\\$&')
}
