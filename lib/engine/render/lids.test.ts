import { describe, expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { animate } from '../motion/animator'
import { EYES } from './face-geometry'
import { MARGIN } from './framing'
import type { Portrait } from './portrait'
import { createPortraits } from './portraits'
import { createRenderer } from './renderer'
import { type YuvImage, yuvImage } from './yuv-image'

const portraits = createPortraits(createVisionModels('assets/models'))
const SILENCE = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }

/** One pose with the eyes open and one with them shut, and nothing else moving. */
function blinkOf(portrait: Portrait): { open: YuvImage; shut: YuvImage } {
  const renderer = createRenderer(portrait)
  const [pose] = animate([SILENCE], { seed: 1 })
  const [open, shut] = [0, 1].map((blink) => {
    const frame = renderer.createFrame()
    renderer.draw({ ...pose, yaw: 0, pitch: 0, roll: 0, gazeX: 0, gazeY: 0, blink }, frame)
    return yuvImage(portrait.width, portrait.height, frame)
  })
  return { open, shut }
}

/** Pixels of the frame in a band around points, `up` and `down` pixels further. */
function* pixelsAround({ points }: Portrait, ring: number[], up: number, down: number) {
  const xs = ring.map((point) => points[point * 3] - MARGIN)
  const ys = ring.map((point) => points[point * 3 + 1] - MARGIN)
  for (let y = Math.floor(Math.min(...ys) - up); y < Math.max(...ys) + down; y++) {
    for (let x = Math.floor(Math.min(...xs)); x < Math.max(...xs); x++) yield { x, y }
  }
}

describe('shut lids', () => {
  it('let no iris show through, even where the mesh misses a part of a drawn eye', async () => {
    const portrait = await portraits.prepare('bench/avatar/portraits/drawn-make-up.jpg', '640x640')
    const { open, shut } = blinkOf(portrait)
    // Nothing in this face is green but the irises.
    const green = ({ u, v, width }: YuvImage) =>
      EYES.flatMap((eye) => [...pixelsAround(portrait, [...eye.upper, ...eye.lower], 10, 14)]).filter(
        ({ x, y }) => {
          const c = (y >> 1) * (width / 2) + (x >> 1)
          return v[c] < 122 && u[c] < 128
        },
      ).length
    expect(green(open)).toBeGreaterThan(400)
    expect(green(shut)).toBeLessThan(0.03 * green(open))
  })

  it('leave the rims of glasses where they are', async () => {
    const portrait = await portraits.prepare('bench/avatar/portraits/hopper.jpg', '640x640')
    const { open, shut } = blinkOf(portrait)
    const change = EYES.map(({ crease }) => {
      const { points } = portrait
      const top = Math.min(...crease.map((point) => points[point * 3 + 1]))
      const above = [...pixelsAround(portrait, crease, 14, 0)].filter(({ y }) => y < top - MARGIN - 3)
      const sum = above.reduce((total, { x, y }) => {
        const p = y * open.width + x
        return total + Math.abs(open.y[p] - shut.y[p])
      }, 0)
      return sum / above.length
    })
    for (const mean of change) expect(mean).toBeLessThan(2)
  })
})
