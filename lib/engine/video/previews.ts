import type { FilmSource } from '../types'
import { PREVIEW_SIDE, type PreviewSheet } from './preview-sheet'
import { runFFmpeg } from './run-ffmpeg'

/**
 * Writes small pictures of a film onto one sheet, as a JPEG. Of another's film only pictures that stand on their own are
 * decoded, which is fast enough for the sandbox, so a moment's picture may be that of a moment before.
 */
export async function writePreviews(
  ffmpeg: string,
  film: FilmSource,
  { step, columns, rows }: PreviewSheet,
  outPath: string,
): Promise<void> {
  const small = `scale='if(gte(iw,ih),${PREVIEW_SIDE},-2)':'if(gte(iw,ih),-2,${PREVIEW_SIDE})'`
  await runFFmpeg(ffmpeg, {
    film,
    reading: film.own ? [] : ['-skip_frame', 'nokey'],
    options: [
      ...['-map', '0:v:0', '-an', '-vf', `fps=1/${step}:start_time=0,${small},tile=${columns}x${rows}`],
      ...['-frames:v', '1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '5'],
    ],
    format: 'image2',
    outPath,
  })
}
