/**
 * Draws a contact sheet of every portrait, to look at: the video's frame at rest, in ah, oo, ee and with lips pressed,
 * mouths three times as large below, and at the end the person alone over magenta with the edge of the hair.
 *
 *     node --import ./bin/typescript.mjs bench/avatar/sheets/draw-sheets.ts [directory of portraits] [of sheets]
 */
import { mkdir, readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import sharp from 'sharp'
import { createVisionModels } from '@/lib/engine/face/vision-models'
import { animate } from '@/lib/engine/motion/animator'
import { MARGIN } from '@/lib/engine/render/framing'
import { createPortraits, type SpeakingPortrait } from '@/lib/engine/render/portraits'
import { createRenderer } from '@/lib/engine/render/renderer'
import { rgbFromYuv, yuvImage } from '@/lib/engine/render/yuv-image'
import type { MouthFrame } from '@/lib/engine/types'

const SIZE = '640x640'
/** Side of one picture in a sheet. */
const TILE = 208
const JPEG_QUALITY = 70
/** Magenta in limited-range BT.709. */
const MAGENTA = { y: 78, u: 214, v: 230 }

const SILENT: MouthFrame = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }
const SPEAKING: MouthFrame = { ...SILENT, loud: 0.6, energy: 0.6 }
const MOUTHS: MouthFrame[] = [
  SILENT,
  { ...SPEAKING, open: 0.95 },
  { ...SPEAKING, open: 0.4, round: 0.9 },
  { ...SPEAKING, open: 0.45, round: -0.8 },
  { ...SPEAKING, press: 1 },
]
/** Frames that a mouth is held: the head moves on meanwhile. */
const HELD = 8

const from = process.argv[2] ?? 'bench/avatar/portraits'
const to = process.argv[3] ?? 'bench/avatar/sheets'
const portraits = createPortraits(createVisionModels('assets/models'))
await mkdir(to, { recursive: true })
for (const file of (await readdir(from)).sort()) {
  if (!/^\.(jpe?g|png|webp)$/.test(extname(file))) continue
  const start = performance.now()
  const portrait = await portraits.prepare(join(from, file), SIZE)
  const prepared = performance.now() - start
  const out = join(to, `${basename(file, extname(file))}.jpg`)
  const { size } = await drawSheet(portrait, out)
  console.log(`${file.padEnd(22)} prepared in ${prepared.toFixed(0)} ms, ${(size / 1000).toFixed(0)} kB`)
}

async function drawSheet(portrait: SpeakingPortrait, out: string) {
  const frames = drawFrames(portrait)
  const tiles = await Promise.all([
    ...frames.map((frame) => tile(portrait, frame)),
    tile(portrait, overMagenta(portrait)),
    ...frames.map((frame) => tile(portrait, frame, mouthOf(portrait))),
    tile(portrait, overMagenta(portrait), hairOf(portrait)),
  ])
  const columns = tiles.length / 2
  const sheet = sharp({
    create: { width: columns * TILE, height: 2 * TILE, channels: 3, background: '#000' },
  }).composite(
    tiles.map((input, i) => ({
      input,
      left: (i % columns) * TILE,
      top: Math.floor(i / columns) * TILE,
    })),
  )
  return sheet.jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toFile(out)
}

/** One frame of each mouth, as the engine draws it. */
function drawFrames(portrait: SpeakingPortrait): Uint8Array[] {
  const renderer = createRenderer(portrait)
  const held = MOUTHS.flatMap((mouth) => Array.from({ length: HELD }, () => mouth))
  const poses = animate(held, { seed: 1, headRange: portrait.headRange, jawPath: portrait.jawPath })
  return MOUTHS.map((_, k) => {
    const pose = poses[(k + 1) * HELD - 1]
    const frame = renderer.createFrame()
    renderer.draw({ ...pose, blink: 0 }, frame)
    return frame
  })
}

/** The person at rest over a background that no photo has. */
function overMagenta(portrait: SpeakingPortrait): Uint8Array {
  const { width, height } = portrait.layer.plate
  const plate = yuvImage(width, height)
  plate.y.fill(MAGENTA.y)
  plate.u.fill(MAGENTA.u)
  plate.v.fill(MAGENTA.v)
  return drawFrames({ ...portrait, layer: { ...portrait.layer, plate } })[0]
}

type Square = { x: number; y: number; side: number }

/** Around the mouth, pixels of the frame. */
function mouthOf({ points, face }: SpeakingPortrait): Square {
  return { x: points[13 * 3] - MARGIN, y: points[13 * 3 + 1] - MARGIN, side: 0.5 * face.unit }
}

/** The edge of the hair above the left temple. */
function hairOf({ points, face }: SpeakingPortrait): Square {
  const { unit } = face
  return {
    x: points[54 * 3] - MARGIN - 0.15 * unit,
    y: points[54 * 3 + 1] - MARGIN - 0.2 * unit,
    side: 0.6 * unit,
  }
}

/** A frame, or a square of it, at the size of a tile. */
function tile({ width, height }: SpeakingPortrait, frame: Uint8Array, square?: Square): Promise<Buffer> {
  const rgb = rgbFromYuv(yuvImage(width, height, frame))
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } })
  if (square) {
    const side = Math.min(width, height, Math.round(square.side))
    const inside = (middle: number, length: number) =>
      Math.round(Math.max(0, Math.min(length - side, middle - side / 2)))
    picture.extract({
      left: inside(square.x, width),
      top: inside(square.y, height),
      width: side,
      height: side,
    })
  }
  return picture.resize(TILE, TILE, { kernel: 'cubic' }).png().toBuffer()
}
