import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { meshIn } from '../face/face-mesh'
import { square } from '../face/sample-region'
import { createVisionModels } from '../face/vision-models'
import { animate } from '../motion/animator'
import type { Pose } from '../motion/pose'
import { seededRandom } from '../motion/random'
import type { MouthFrame } from '../types'
import { MARGIN } from './framing'
import type { Portrait } from './portrait'
import { createPortraits } from './portraits'
import { createRenderer } from './renderer'
import { rgbFromYuv, yuvImage } from './yuv-image'

const models = createVisionModels('assets/models')
let portrait: Portrait

beforeAll(async () => {
  portrait = await createPortraits(models).prepare('assets/samples/astronaut.png', '640x640')
})

/** Speech without a rhythm: openings of random size, a few frames each. */
function babble(frames: number): MouthFrame[] {
  const random = seededRandom(5)
  const targets = Array.from({ length: frames / 4 + 2 }, () => random())
  return Array.from({ length: frames }, (_, i) => {
    const k = Math.floor(i / 4)
    const open = targets[k] + (targets[k + 1] - targets[k]) * ((i % 4) / 4)
    return { open, round: 0, press: 0, tuck: 0, loud: 0.7, energy: 0.7 }
  })
}

function framesHash(poses: Pose[]): string {
  const renderer = createRenderer(portrait)
  const frame = renderer.createFrame()
  const hash = createHash('sha256')
  for (const pose of poses) {
    renderer.draw(pose, frame)
    hash.update(frame)
  }
  return hash.digest('hex')
}

it('rounds lips that smile in the photo less than half as far', () => {
  const [pose] = animate(babble(1), { seed: 1 })
  const drawn = (round: number, rounding: number) => {
    const renderer = createRenderer({ ...portrait, face: { ...portrait.face, rounding } })
    const frame = renderer.createFrame()
    renderer.draw({ ...pose, round }, frame)
    return Buffer.from(frame)
  }
  const { rounding } = portrait.face
  expect(rounding).toBeCloseTo(0.4)
  expect(drawn(0.8, rounding).equals(drawn(0.8 * rounding, 1))).toBe(true)
  expect(drawn(-0.8, rounding).equals(drawn(-0.8, 1))).toBe(true)
})

describe('frames', () => {
  it('are the same for the same seed and differ for another', () => {
    const mouth = babble(8)
    const first = framesHash(animate(mouth, { seed: 1 }))
    expect(framesHash(animate(mouth, { seed: 1 }))).toBe(first)
    expect(framesHash(animate(mouth, { seed: 2 }))).not.toBe(first)
  })

  it('do not depend on what was drawn before into the same buffer', () => {
    const poses = animate(babble(12), { seed: 3 })
    const renderer = createRenderer(portrait)
    const used = renderer.createFrame()
    for (const pose of poses) renderer.draw(pose, used)
    const fresh = renderer.createFrame()
    renderer.draw(poses[poses.length - 1], fresh)
    expect(Buffer.compare(used, fresh)).toBe(0)
  })

  it('leave the background as it is in the photo', () => {
    const renderer = createRenderer(portrait)
    const before = renderer.createFrame()
    const after = renderer.createFrame()
    renderer.draw(animate(babble(1), { seed: 1 })[0], after)
    const corner = (frame: Uint8Array) =>
      Array.from({ length: 40 }, (_, j) => [...frame.subarray(j * 640, j * 640 + 40)])
    expect(corner(after)).toEqual(corner(before))
  })
})

describe('the mouth', () => {
  it('opens as it was told, seen by the same model that finds faces', async () => {
    const frames = 32
    const mouth = babble(frames)
    const renderer = createRenderer(portrait)
    const frame = renderer.createFrame()
    const { width, height, points } = portrait
    let region = square(points[1 * 3] - MARGIN, points[1 * 3 + 1] - MARGIN, portrait.face.unit * 1.5)
    const seen: number[] = []
    for (const pose of animate(mouth, { seed: 4 })) {
      renderer.draw(pose, frame)
      const data = Uint8Array.from(rgbFromYuv(yuvImage(width, height, frame)))
      const mesh = await meshIn(models, { data, width, height }, region)
      region = mesh.region
      expect(mesh.presence).toBeGreaterThan(0.9)
      seen.push(opening(mesh.points))
    }
    const told = mouth.map(({ open }) => open)
    expect(correlation(told, seen)).toBeGreaterThan(0.8)
    const shifted = seen.map((_, i) => seen[(i + frames / 2) % frames])
    expect(correlation(told, shifted)).toBeLessThan(0.5)
  })
})

/** Mean gap between the inner lips over the height of the nose. */
function opening(points: Float32Array): number {
  const distance = (a: number, b: number) =>
    Math.hypot(points[a * 3] - points[b * 3], points[a * 3 + 1] - points[b * 3 + 1])
  return (distance(13, 14) + distance(82, 87) + distance(312, 317)) / 3 / distance(10, 168)
}

/** Pearson's. */
function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const ma = mean(a)
  const mb = mean(b)
  const covariance = mean(a.map((value, i) => (value - ma) * (b[i] - mb)))
  const variance = (values: number[], m: number) => mean(values.map((value) => (value - m) ** 2))
  return covariance / Math.sqrt(variance(a, ma) * variance(b, mb))
}
