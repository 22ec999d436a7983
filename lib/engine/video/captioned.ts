import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Cue } from '@/lib/boson/schemas'
import type { FilmSource, WorkOptions } from '../types'
import { runFFmpeg } from './run-ffmpeg'
import { type PictureSize, subtitles } from './subtitles'

const require = createRequire(import.meta.url)

/** The pages' own letters, as a format that ffmpeg's library for letters reads. */
const FONT = 'Instrument Sans Medium'
const FONT_FILES = ['latin', 'latin-ext'].map((part) => `instrument-sans-${part}-500-normal.woff`)

/**
 * Writes a film with captions drawn into its pictures, for where players show none. The sound stays as it is encoded.
 * Letters that the font lacks are drawn in another of the machine's, if it has one.
 */
export async function writeCaptioned(
  ffmpeg: string,
  film: FilmSource,
  captions: { cues: readonly Cue[]; size: PictureSize },
  outPath: string,
  options: WorkOptions = {},
): Promise<void> {
  const fonts = FONT_FILES.map(async (name): Promise<[string, Uint8Array]> => {
    return [`fonts/${name}`, await readFile(require.resolve(`@fontsource/instrument-sans/files/${name}`))]
  })
  const script = Buffer.from(subtitles(captions.cues, captions.size, FONT))
  await runFFmpeg(
    ffmpeg,
    {
      film,
      beside: Object.fromEntries([['captions.ass', script], ...(await Promise.all(fonts))]),
      options: [
        ...['-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1'],
        ...['-vf', 'subtitles=captions.ass:fontsdir=fonts', '-c:a', 'copy'],
        ...[
          '-c:v',
          'libx264',
          '-preset',
          'veryfast',
          '-profile:v',
          'high',
          '-crf',
          '20',
          '-pix_fmt',
          'yuv420p',
        ],
        ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
        ...['-movflags', '+faststart'],
      ],
      format: 'mp4',
      outPath,
    },
    options,
  )
}
