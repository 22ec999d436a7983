import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIZES } from '@/lib/boson/limits'
import { boundsOf } from '@/lib/engine/face/face-mesh'
import { frameFace, MARGIN } from '@/lib/engine/render/framing'
import { widenPicture } from '@/lib/engine/render/widen-picture'
import { frameOnFace, frameOnHead } from './crop'
import { pixels } from './shape'

const LANDMARKS = 478

/** A picture's dimensions, the corners of a face in it, and a size of video. */
const portraits = fc
  .record({
    width: fc.integer({ min: 60, max: 320 }),
    height: fc.integer({ min: 60, max: 320 }),
    left: fc.double({ min: 0, max: 0.6, noNaN: true }),
    top: fc.double({ min: 0, max: 0.5, noNaN: true }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    size: fc.constantFrom(...SIZES),
  })
  .map(({ width, height, left, top, share, size }) => {
    const [x, y] = [left * width, top * height]
    return { size, width, height, near: [x, y], far: [x + (width - x) * share, y + (height - y) * share] }
  })

test('the portrait stands on the stage as the engine will frame it', async () => {
  await fc.assert(
    fc.asyncProperty(portraits, async ({ size, width, height, near, far }) => {
      const picture = { data: Buffer.alloc(width * height * 3, 128), width, height }
      const corners = Array.from({ length: LANDMARKS }, (_, i) => [...(i % 2 ? far : near), 0])
      const points = Float32Array.from(corners.flat())
      const frame = pixels(size)
      const aspect = (frame.width + 2 * MARGIN) / (frame.height + 2 * MARGIN)
      const wide = await widenPicture(picture, points, aspect)
      const crop = frameFace(wide.picture, wide.points, aspect)
      const added = { x: wide.points[0] - points[0], y: wide.points[1] - points[1] }
      const margin = (crop.height / (frame.height + 2 * MARGIN)) * MARGIN

      const shown = frameOnFace(
        { width, height, faces: 1, face: boundsOf(points), boxes: [], turned: false, notices: [] },
        frame,
      )
      // The engine cuts at whole pixels.
      expect(Math.abs(shown.x - (crop.left - added.x + margin))).toBeLessThan(2)
      expect(Math.abs(shown.y - (crop.top - added.y + margin))).toBeLessThan(2)
      expect(Math.abs(shown.height - (crop.height - 2 * margin))).toBeLessThan(2)
      expect(shown.width / shown.height).toBeCloseTo(frame.width / frame.height, 5)
    }),
    { numRuns: 60 },
  )
})

test('without a known face, as much of the picture as fits is shown, more of its top than of its bottom', () => {
  const crop = frameOnHead({ width: 400, height: 1000 }, { width: 640, height: 640 })
  expect(crop).toMatchObject({ x: 0, width: 400, height: 400 })
  expect(crop.y).toBeCloseTo(120)
})
