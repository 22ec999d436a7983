import type { FilmSource } from '../types'
import { runFFmpeg } from './run-ffmpeg'

const LONGEST_SIDE = 480
const FRAMES_A_SECOND = 12

/** Writes a film as a moving picture without sound, for where nothing else moves; it repeats for ever. */
export async function writeGif(ffmpeg: string, film: FilmSource, outPath: string): Promise<void> {
  const fit = `scale='min(${LONGEST_SIDE},iw)':'min(${LONGEST_SIDE},ih)':force_original_aspect_ratio=decrease:flags=lanczos`
  const palette =
    'split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle'
  await runFFmpeg(ffmpeg, {
    film,
    options: ['-filter_complex', `[0:v:0]fps=${FRAMES_A_SECOND},${fit},${palette}`, '-an', '-loop', '0'],
    format: 'gif',
    outPath,
  })
}
