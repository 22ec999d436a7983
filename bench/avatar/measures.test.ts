import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { findFace } from '@/lib/engine/face/find-face'
import { decodePicture, type Picture } from '@/lib/engine/face/picture'
import { createVisionModels } from '@/lib/engine/face/vision-models'
import { animate } from '@/lib/engine/motion/animator'
import type { Pose } from '@/lib/engine/motion/pose'
import type { Portrait } from '@/lib/engine/render/portrait'
import { createPortraits } from '@/lib/engine/render/portraits'
import { createRenderer } from '@/lib/engine/render/renderer'
import { rgbFromYuv, yuvImage } from '@/lib/engine/render/yuv-image'
import { FPS } from '@/lib/engine/types'
import { SPOKEN_FRAMES, SPOKEN_PHONES } from '@/lib/engine/visemes/speech-fixture'
import { blinksPerMinute, watchEyes } from './blinks'
import { headTurn } from './head-turns'
import { mostHoles } from './holes'
import { type Identity, openIdentity } from './identity'
import { closedFrames } from './lip-gap'
import { closureHits, correlate, lipClosures, openingTruth, shutVowels } from './phone-truth'
import { Steadiness } from './steadiness'
import { FaceTracker } from './track-face'
import { watchVideo } from './watch-video'

const COLLINS = 'bench/avatar/portraits/collins.jpg'
const HOPPER = 'bench/avatar/portraits/hopper.jpg'
const SIDE = 640
const DEGREE = Math.PI / 180
const SILENT = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }

const models = createVisionModels('assets/models')
let portrait: Portrait
let identity: Identity
let rest: Pose

beforeAll(async () => {
  portrait = await createPortraits(models).prepare(COLLINS, `${SIDE}x${SIDE}`)
  identity = await openIdentity()
  rest = { ...animate([SILENT], { seed: 1 })[0], yaw: 0, pitch: 0, roll: 0, shiftX: 0, shiftY: 0, close: 0 }
})

function draw(pose: Pose): Picture {
  const renderer = createRenderer(portrait)
  const frame = renderer.createFrame()
  renderer.draw(pose, frame)
  return { data: new Uint8Array(rgbFromYuv(yuvImage(SIDE, SIDE, frame))), width: SIDE, height: SIDE }
}

async function photoIdentity(path: string): Promise<Float32Array> {
  const { picture } = await findFace(models, await decodePicture(await readFile(path)))
  return identity(picture, (await new FaceTracker(models).find(picture)).region)
}

async function* video(poses: Pose[]): AsyncGenerator<Picture> {
  for (const pose of poses) yield draw(pose)
}

describe('the mouth against the phones', () => {
  const truth = openingTruth(SPOKEN_PHONES, SPOKEN_FRAMES)

  it('correlates at the lag it has, and not when frames are in another order', () => {
    const late = truth.map((_, i) => truth[Math.max(0, i - 2)])
    expect(correlate(truth, late)).toMatchObject({ lagSeconds: 2 / FPS, best: expect.closeTo(1, 2) })
    const halves = [...truth.slice(truth.length / 2), ...truth.slice(0, truth.length / 2)]
    const shuffled = halves.map((_, i) => halves[(i * 7) % halves.length])
    expect(correlate(truth, shuffled).now).toBeLessThan(0.3)
  })

  it('finds no closure in a mouth that never closes, and every vowel shut in one that never opens', () => {
    const closures = lipClosures(SPOKEN_PHONES)
    const [never, always] = [false, true].map((shut) => truth.map(() => shut))
    expect(closureHits(closures, never)).toBe(0)
    expect([closureHits(closures, always), shutVowels(SPOKEN_PHONES, always)]).toEqual([1, 1])
    expect(closureHits(closures, closedFrames(truth))).toBeGreaterThan(0.6)
    expect(shutVowels(SPOKEN_PHONES, closedFrames(truth))).toBe(0)
  })
})

describe('a video that is watched', () => {
  it('shows its blinks, its turns and whose face it is', async () => {
    const blink = [0, 0, 1, 1, 0, 0]
    const poses = [...blink, ...blink].map((shut, i) => ({
      ...rest,
      blink: shut,
      yaw: (i - 5) * 0.8 * DEGREE,
    }))
    const [own, other] = await Promise.all([COLLINS, HOPPER].map(photoIdentity))
    const seen = await watchVideo(video(poses), { models, identity, photo: own })
    expect(seen.blinksPerMinute).toBe((2 * 60 * FPS) / poses.length)
    expect(seen.headRange.yaw).toBeGreaterThan(3 * seen.headRange.roll)
    expect(seen.headRange.yaw).toBeGreaterThan(3)
    expect(seen.identity.mean).toBeGreaterThan(0.9)
    const stranger = await watchVideo(video([rest, rest]), { models, identity, photo: other })
    expect(stranger.identity.mean).toBeLessThan(0.75)
    expect(stranger.blinksPerMinute).toBe(0)
  })
})

describe('the measures', () => {
  it('count a blink once, and none where eyes only narrow', () => {
    const open = Array.from({ length: 100 }, () => 0.3)
    const blinking = open.map((opening, i) => (i % 50 > 40 && i % 50 < 45 ? 0.1 : opening))
    expect(blinksPerMinute(watchEyes(blinking))).toBe((2 * 60 * FPS) / 100)
    expect(blinksPerMinute(watchEyes(open.map((opening, i) => (i % 50 > 40 ? 0.22 : opening))))).toBe(0)
  })

  it('tell a turn from a nod and a tilt, by degrees', () => {
    const angle = 5 * DEGREE
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    /** Turned about the axis that the two others span the plane of. */
    const turned = (from: number, to: number) => {
      const points = portrait.points.slice()
      for (let i = 0; i < points.length; i += 3) {
        const [a, b] = [portrait.points[i + from], portrait.points[i + to]]
        points[i + from] = a * cos - b * sin
        points[i + to] = a * sin + b * cos
      }
      return headTurn(points, portrait.points)
    }
    expect(turned(2, 0)).toEqual({ yaw: near(5), pitch: near(0), roll: near(0) })
    expect(turned(1, 2)).toEqual({ yaw: near(0), pitch: near(5), roll: near(0) })
    expect(turned(0, 1)).toEqual({ yaw: near(0), pitch: near(0), roll: near(5) })
  })

  it('see a hole that is punched into the person, as large as it is', () => {
    const { layer, points } = portrait
    const [x, y] = [Math.round(points[205 * 3]), Math.round(points[205 * 3 + 1])]
    const whole = mostHoles(portrait, [rest])
    const { width, height } = layer.plate
    const matte = Uint8Array.from({ length: width * height }, (_, i) => {
      const punched = Math.hypot((i % width) - x, Math.floor(i / width) - y) < 10
      return punched ? 0 : 255
    })
    const kinds = layer.kinds.map(() => 2)
    const punched = { ...portrait, layer: { ...layer, kinds, matte } }
    expect(whole).toBe(0)
    expect(mostHoles(punched, [rest])).toBeGreaterThan(0.8 * Math.PI * 10 ** 2)
    expect(mostHoles(punched, [rest])).toBeLessThan(1.3 * Math.PI * 10 ** 2)
  })

  it('see a frame that flashes and a ground that stirs, by levels', () => {
    const watch = (levels: number[]) => {
      const steadiness = new Steadiness()
      for (const level of levels) {
        steadiness.add({ data: new Uint8Array(SIDE * SIDE * 3).fill(level), width: SIDE, height: SIDE })
      }
      return { flash: steadiness.flash, background: steadiness.background }
    }
    expect(watch([100, 100, 100, 100])).toEqual({ flash: 0, background: 0 })
    const flashing = watch([100, 100, 105, 100, 100])
    expect(flashing.flash).toBeCloseTo(5, 0)
    expect(watch([98, 102, 98, 102]).background).toBeCloseTo(2)
  })
})

function near(degrees: number): unknown {
  return expect.closeTo(degrees, 1)
}
