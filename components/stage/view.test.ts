import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIZES } from '@/lib/boson/limits'
import { frameFace, MARGIN } from '@/lib/engine/render/framing'
import { pixels } from './shape'
import { cropOf, defaultView, possibleView, shownPart, zoomLimit } from './view'

/** A picture with a face in it, a size of video, and wherever somebody may have dragged it. */
const pictures = fc
  .record({
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 2000 }),
    left: fc.double({ min: 0, max: 0.7, noNaN: true }),
    top: fc.double({ min: 0, max: 0.7, noNaN: true }),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    size: fc.constantFrom(...SIZES),
    view: fc.record({
      x: fc.double({ min: -1, max: 2, noNaN: true }),
      y: fc.double({ min: -1, max: 2, noNaN: true }),
      zoom: fc.double({ min: 0.1, max: 20, noNaN: true }),
    }),
  })
  .map(({ width, height, left, top, share, size, view }) => {
    const face = {
      x: left * width,
      y: top * height,
      width: (width - left * width) * share,
      height: (height - top * height) * share,
    }
    const picture = { width, height, faces: 1, face, boxes: [face], turned: false, notices: [] }
    return { picture, frame: pixels(size), view }
  })

test('wherever it is dragged, the crop lies in the picture, in the shape of the video, with the face in it', () => {
  fc.assert(
    fc.property(pictures, ({ picture, frame, view }) => {
      const crop = cropOf(picture, frame, view)
      expect(crop === null).toBe(zoomLimit(picture, frame) === null)
      if (!crop) return
      const { width, height, face } = picture
      expect(crop.x).toBeGreaterThanOrEqual(0)
      expect(crop.y).toBeGreaterThanOrEqual(0)
      expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9)
      expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9)
      const aspect = (frame.width + 2 * MARGIN) / (frame.height + 2 * MARGIN)
      expect((crop.width * width) / (crop.height * height)).toBeCloseTo(aspect, 5)
      expect(crop.x * width).toBeLessThanOrEqual(face.x + 1e-6)
      expect(crop.y * height).toBeLessThanOrEqual(face.y + 1e-6)
      expect((crop.x + crop.width) * width).toBeGreaterThanOrEqual(face.x + face.width - 1e-6)
      expect((crop.y + crop.height) * height).toBeGreaterThanOrEqual(face.y + face.height - 1e-6)
    }),
  )
})

test('what the stage shows of a crop is what the engine cuts out of it', () => {
  fc.assert(
    fc.property(pictures, ({ picture, frame, view }) => {
      const crop = cropOf(picture, frame, view)
      if (!crop) return
      const part = {
        width: Math.round(crop.width * picture.width),
        height: Math.round(crop.height * picture.height),
      }
      const corner = {
        x: picture.face.x - crop.x * picture.width,
        y: picture.face.y - crop.y * picture.height,
      }
      const points = Float32Array.from(
        Array.from({ length: 478 }, (_, i) =>
          i % 2
            ? [corner.x, corner.y, 0]
            : [corner.x + picture.face.width, corner.y + picture.face.height, 0],
        ).flat(),
      )
      const aspect = (frame.width + 2 * MARGIN) / (frame.height + 2 * MARGIN)
      const cut = frameFace({ data: new Uint8Array(), ...part }, points, aspect, true)
      const margin = (cut.height / (frame.height + 2 * MARGIN)) * MARGIN
      const shown = shownPart(picture, frame, view)
      expect(Math.abs(shown.x - (crop.x * picture.width + cut.left + margin))).toBeLessThan(2.5)
      expect(Math.abs(shown.y - (crop.y * picture.height + cut.top + margin))).toBeLessThan(2.5)
      expect(Math.abs(shown.height - (cut.height - 2 * margin))).toBeLessThan(2.5)
    }),
  )
})

test('framing by hand begins where the engine would put the face, and a view that is possible stays', () => {
  const face = { x: 900, y: 300, width: 240, height: 300 }
  const picture = { width: 2000, height: 1500, faces: 1, face, boxes: [face], turned: false, notices: [] }
  const frame = pixels('480x640')
  const start = defaultView(picture, frame)
  const [by, hand] = [shownPart(picture, frame, null), shownPart(picture, frame, start)]
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(hand[side]).toBeCloseTo(by[side], 6)
  const possible = possibleView(picture, frame, start)
  expect(possible?.zoom).toBeCloseTo(start.zoom, 6)
  expect(possible?.x).toBeCloseTo(start.x, 6)
})
