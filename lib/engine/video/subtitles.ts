import type { Cue } from '@/lib/boson/schemas'

/** Size of a film's pictures in pixels. */
export type PictureSize = { width: number; height: number }

/** Of the picture's height or width: the letters, and what stays free below and beside them. */
const LETTERS = 0.046
const BELOW = 0.05
const BESIDE = 0.07
/** As the player shows captions: light on a dark strip that is a little see-through. ASS writes colours backwards. */
const INK = '&H00DFEBF1'
const STRIP = '&H2E0C0E11'

/** Captions as an ASS script, which says where in the picture of which size letters of a font go. */
export function subtitles(cues: readonly Cue[], { width, height }: PictureSize, font: string): string {
  const side = Math.min(width, height)
  const [letters, below, beside] = [LETTERS * side, BELOW * height, BESIDE * width].map(Math.round)
  const padding = Math.round(letters / 5)
  const colours = [INK, INK, STRIP, STRIP].join()
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    'WrapStyle: 0',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    `Style: Caption,${font},${letters},${colours},0,0,0,0,100,100,0,0,3,${padding},0,2,${beside},${beside},${below},1`,
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...cues.map(
      ({ start, end, text }) => `Dialogue: 0,${stamp(start)},${stamp(end)},Caption,,0,0,0,,${plain(text)}`,
    ),
    '',
  ].join('\n')
}

/** `0:01:02.34` */
function stamp(seconds: number): string {
  const hundredths = Math.round(seconds * 100)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = hundredths % 6000
  return `${Math.floor(hundredths / 360_000)}:${two((hundredths / 6000) % 60)}:${two(rest / 100)}.${two(rest % 100)}`
}

/** Text in which nothing is a command: braces would begin one, and so would a backslash. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').trim()
}
