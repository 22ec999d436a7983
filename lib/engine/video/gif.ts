import type { FilmSource, WorkOptions } from '../types'
import { runFFmpeg } from './run-ffmpeg'

const LONGEST_SIDE = 480
const FRAMES_A_SECOND = 12

/** Writes a film as a moving picture without sound, for where nothing else moves; it repeats for ever. */
export async function writeGif(
  ffmpeg: string,
  film: FilmSource,
  outPath: string,
  options: WorkOptions = {},
): Promise<void> {
  const fit = `scale='min(${LONGEST_SIDE},iw)':'min(${LONGEST_SIDE},ih)':force_original_aspect_ratio=decrease:flags=lanczos`
  const palette =
    'split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle'
  const filter = `[0:v:0]fps=${FRAMES_A_SECOND},${fit},${palette}`
  const making = ['-filter_complex', filter, '-an', '-loop', '0']
  await runFFmpeg(ffmpeg, { film, options: making, format: 'gif', outPath }, options)
}
