import { beforeAll, describe, expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import type { Pose } from '../motion/pose'
import { MARGIN } from './framing'
import { moveLips } from './lips'
import { paintMouth } from './mouth-interior'
import { traceLips } from './mouth-outline'
import type { Portrait } from './portrait'
import { createPortraits } from './portraits'
import { stageLayer } from './staged-layer'
import { type YuvImage, yuvImage } from './yuv-image'

const portraits = createPortraits(createVisionModels('assets/models'))
/** Darker than any picture: shows what is not painted. */
const SENTINEL = 0

const AT_REST: Pose = {
  ...{ yaw: 0, pitch: 0, roll: 0, shiftX: 0, shiftY: 0, brow: 0, blink: 0, gazeX: 0, gazeY: 0, breath: 0 },
  ...{ jaw: 0, round: 0, press: 0, tuck: 0, close: 1 },
}
const AH = { ...AT_REST, jaw: 0.08 }
const EE = { ...AT_REST, jaw: 0.024, round: -0.75 }
const OO = { ...AT_REST, jaw: 0.014, round: 0.9 }
const F = { ...AT_REST, jaw: 0.02, tuck: 0.9 }

/** The mouth of a portrait in a pose, painted into an empty frame, and the lips around it. */
function paint({ points, lips, face, mouth, layer, width, height }: Portrait, pose: Pose) {
  const still = points.filter((_, i) => i % 3 < 2)
  const moved = still.slice()
  moveLips(lips, pose, face, still, moved)
  const { texture } = stageLayer(layer, (bytes) => new Uint8Array(bytes))
  const frame = yuvImage(width, height)
  frame.y.fill(SENTINEL)
  frame.u.fill(128)
  frame.v.fill(128)
  paintMouth(mouth, pose, still, moved, texture, frame)
  return { frame, moved }
}

/** Rows and columns of what was painted, and the lumas in it. */
function paintedOf({ y, width }: YuvImage) {
  const pixels = [...y.keys()].filter((p) => y[p] !== SENTINEL)
  const xs = pixels.map((p) => p % width)
  const ys = pixels.map((p) => Math.floor(p / width))
  const span = (values: number[]) => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values) + 1)
  return { width: span(xs), height: span(ys), xs, ys, lumas: pixels.map((p) => y[p]) }
}

describe('a mouth that is closed in the photo', () => {
  let portrait: Portrait
  beforeAll(async () => {
    portrait = await portraits.prepare('bench/avatar/portraits/hopper.jpg', '640x640')
  })

  it('shows nothing of its inside while its lips touch', () => {
    expect(paintedOf(paint(portrait, AT_REST).frame).lumas).toEqual([])
  })

  it('rolls a fifth of each lip inward when it is pressed, and leaves the line where they meet', () => {
    const [rest, pressed] = [0, 1].map((press) => paint(portrait, { ...AT_REST, press }).moved)
    const height = (moved: Float32Array, a: number, b: number) =>
      Math.hypot(moved[a * 2] - moved[b * 2], moved[a * 2 + 1] - moved[b * 2 + 1])
    for (const [outer, inner] of [
      [0, 13],
      [17, 14],
    ]) {
      expect(height(pressed, outer, inner) / height(rest, outer, inner)).toBeCloseTo(0.78)
      expect(pressed[inner * 2 + 1]).toBe(rest[inner * 2 + 1])
    }
  })

  it('opens tall for ah, wide for ee, small and round for oo', () => {
    const [ah, ee, oo] = [AH, EE, OO].map((pose) => paintedOf(paint(portrait, pose).frame))
    const shape = ({ width, height }: { width: number; height: number }) => width / height
    expect(shape(ee)).toBeGreaterThan(1.6 * shape(ah))
    expect(shape(oo)).toBeLessThan(0.9 * shape(ah))
    expect(oo.width).toBeLessThan(0.5 * ah.width)
    expect(ee.width).toBeGreaterThan(ah.width)
  })

  it('shows its teeth in ee and f, some in ah, and none in oo', () => {
    const { colours } = portrait.mouth.inside
    const share = (pose: Pose) => {
      const { lumas } = paintedOf(paint(portrait, pose).frame)
      return lumas.filter((luma) => luma > 16 + 0.5 * colours.teeth.y).length / lumas.length
    }
    expect(share(EE)).toBeGreaterThan(1.2 * share(AH))
    expect(share(AH)).toBeGreaterThan(0.1)
    expect(share(OO)).toBeLessThan(0.5 * share(AH))
  })

  it('lets the lower lip touch the upper teeth in f', () => {
    const { frame, moved } = paint(portrait, F)
    const x = Math.round(moved[14 * 2]) - MARGIN
    const top = Math.ceil(moved[13 * 2 + 1]) - MARGIN
    const bottom = Math.floor(moved[14 * 2 + 1]) - MARGIN
    // Without the edges, which are soft.
    const rows = Array.from({ length: bottom - top - 3 }, (_, i) => top + 2 + i)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    const between = rows.map((y) => frame.y[y * frame.width + x])
    const dark = 16 + 2 * portrait.mouth.inside.colours.cavity.y
    expect(Math.min(...between)).toBeGreaterThan(dark)
  })

  it('is painted between the lips only, but for their soft edge', () => {
    const { frame, moved } = paint(portrait, AH)
    const outline = portrait.mouth.outline.slice()
    traceLips(moved, outline)
    const { xs, ys } = paintedOf(frame)
    const furthest = Math.max(
      ...xs.map((x, i) => (isInside(outline, x, ys[i]) ? 0 : distance(outline, x, ys[i]))),
    )
    expect(furthest).toBeLessThan(portrait.mouth.passes + 1)
  })
})

it('has no colour in a grey picture', async () => {
  const grey = await portraits.prepare('bench/avatar/portraits/hopper-grey.jpg', '640x640')
  const { u, v } = paint(grey, AH).frame
  const range = (plane: Uint8Array) => plane.reduce((most, value) => Math.max(most, Math.abs(value - 128)), 0)
  expect(Math.max(range(u), range(v))).toBeLessThan(3)
})

it('is darker on the side of the face that lies in the shade', async () => {
  const revere = await portraits.prepare('bench/avatar/portraits/revere.jpg', '640x640')
  const { xs, lumas } = paintedOf(paint(revere, AH).frame)
  const middle = revere.points[13 * 3] - MARGIN
  const mean = (side: number[]) => side.reduce((sum, luma) => sum + luma, 0) / side.length
  const [left, right] = [
    mean(lumas.filter((_, i) => xs[i] < middle)),
    mean(lumas.filter((_, i) => xs[i] > middle)),
  ]
  expect(left).toBeGreaterThan(1.15 * right)
})

function isInside(polygon: Float32Array, px: number, py: number): boolean {
  const [x, y] = [px + MARGIN + 0.5, py + MARGIN + 0.5]
  let inside = false
  for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
    const crosses = polygon[i + 1] > y !== polygon[j + 1] > y
    const at =
      ((polygon[j] - polygon[i]) * (y - polygon[i + 1])) / (polygon[j + 1] - polygon[i + 1]) + polygon[i]
    if (crosses && x < at) inside = !inside
  }
  return inside
}

function distance(polygon: Float32Array, px: number, py: number): number {
  let nearest = Infinity
  for (let i = 0; i < polygon.length; i += 2) {
    nearest = Math.min(
      nearest,
      Math.hypot(polygon[i] - px - MARGIN - 0.5, polygon[i + 1] - py - MARGIN - 0.5),
    )
  }
  return nearest
}
