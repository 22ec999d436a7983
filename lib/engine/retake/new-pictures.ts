import { rm } from 'node:fs/promises'
import { type Encoder, startEncoder } from '../encode/encoder'
import type { Pose } from '../motion/pose'
import { FrameWriter } from '../render/frame-writer'
import type { Renderer } from '../render/renderer'
import { VOICE_RATE } from '../speech/voice/vocoder'
import { FPS } from '../types'
import type { Range } from './drawn-ranges'
import { type EncodedFilm, type Numbered, readFilm } from './encoded-film'
import { FRAME, PACKET } from './grid'
import type { Fresh, Layout } from './layout'
import { placed } from './new-poses'

type Studio = {
  ffmpeg: string
  renderer: Renderer
  width: number
  height: number
  /** A name for what is encoded meanwhile; it is gone afterwards. */
  temporaryPath: string
  onProgress: (fraction: number) => void
  signal?: AbortSignal
}

/** A stretch of sound to be encoded: with a packet of silence before what is used of it, and one behind. */
type Take = { samples: Float32Array; first: number; used: { from: number; to: number } }

/**
 * Draws and encodes what is new of a film, all in one go: stretch after stretch, each of which begins with a picture that
 * stands on its own.
 * @returns packets numbered as in the new film
 */
export async function encodeNew(
  layout: Layout,
  drawn: readonly Range[],
  poses: readonly Pose[],
  studio: Studio,
): Promise<EncodedFilm> {
  const { ffmpeg, width, height, temporaryPath, signal } = studio
  const starts = drawn.map((_, i) => lengthOf(drawn.slice(0, i)))
  const keyframes = starts.map((frame) => frame / FPS)
  let encoder: Encoder | undefined
  try {
    const setup = { ffmpeg, width, height, soundRate: VOICE_RATE, outPath: temporaryPath, keyframes, signal }
    encoder = startEncoder(setup)
    const takes = takesOf(layout)
    addTakes(encoder, takes, lengthOf(drawn))
    const writer = new FrameWriter(studio.renderer, encoder, signal)
    const all = drawn.flatMap(({ from, to }) => poses.slice(from, to))
    await writer.draw(all, studio.onProgress)
    await writer.done()
    await encoder.finish()
    const film = await readFilm(temporaryPath)
    return { ...film, pictures: inPlace(film.pictures, drawn, starts), sound: usedOf(film.sound, takes) }
  } finally {
    await encoder?.discard()
    await rm(temporaryPath, { force: true })
  }
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0)
}

function takesOf({ segments, frames }: Layout): Take[] {
  return segments
    .filter((segment): segment is Fresh => segment.kind === 'fresh')
    .map(({ packets, piece, at }) => {
      const end = Math.min(packets.to, Math.ceil((frames * FRAME) / PACKET))
      const first = Math.max(0, packets.from - 1)
      const stretch = { from: first * PACKET, to: (end + 1) * PACKET }
      return {
        samples: placed(piece.samples, at, stretch),
        first,
        used: { from: packets.from, to: end },
      }
    })
}

/** All at once, and at least as much as there will be pictures: the encoder waits for the sound of each. */
function addTakes(encoder: Encoder, takes: readonly Take[], frames: number): void {
  const length = takes.reduce((sum, { samples }) => sum + samples.length, 0)
  for (const { samples } of takes) encoder.addSound(samples)
  encoder.addSound(new Float32Array(Math.max(0, frames * FRAME - length)))
}

function inPlace(
  pictures: readonly Numbered[],
  drawn: readonly Range[],
  starts: readonly number[],
): Numbered[] {
  return pictures.map(({ number, packet }) => {
    const i = starts.findLastIndex((start) => start <= number)
    return { number: drawn[i].from + number - starts[i], packet }
  })
}

function usedOf(sound: readonly Numbered[], takes: readonly Take[]): Numbered[] {
  let before = 0
  return takes.flatMap(({ samples, first, used }) => {
    const shift = first - before
    before += samples.length / PACKET
    return sound
      .map(({ number, packet }) => ({ number: number + shift, packet }))
      .filter(({ number }) => number >= used.from && number < used.to)
  })
}
