import { FPS } from '../types'

/** File descriptors of the encoder process that carry frames and sound. */
export const FRAMES_FD = 0
export const SOUND_FD = 3

/** AAC frames hold 1024 samples: at 48 kHz sound and picture end within 21 ms of each other. */
const AUDIO_RATE = 48000

/**
 * Arguments for ffmpeg: raw I420 frames and signed 16-bit mono sound come through pipes; a faststart MP4 goes to
 * `outPath`. H.264 High, BT.709 limited range, constant quality; AAC-LC. One thread, because the renderer keeps
 * the other core busy, and bit-exact, so that the same frames give the same file.
 */
export function encoderArguments(
  width: number,
  height: number,
  soundRate: number,
  outPath: string,
): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', `${FPS}`],
    ...['-i', `pipe:${FRAMES_FD}`],
    ...['-f', 's16le', '-ar', `${soundRate}`, '-ac', '1', '-i', `pipe:${SOUND_FD}`],
    ...['-map', '0:v', '-map', '1:a', '-map_metadata', '-1'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', '21', '-g', `${2 * FPS}`],
    ...['-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-c:a', 'aac', '-b:a', '96k', '-ar', `${AUDIO_RATE}`],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
    ...['-movflags', '+faststart', '-f', 'mp4', outPath],
  ]
}
