import { expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { animate } from '../motion/animator'
import { MARGIN } from './framing'
import { createPortraits } from './portraits'
import { createRenderer } from './renderer'

const DEGREE = Math.PI / 180
/** Pixels that an iris is looked for to either side. */
const REACH = 6

it('irises move the way the pose looks, and nothing beside the eyes does', async () => {
  const models = createVisionModels('assets/models')
  const portrait = await createPortraits(models).prepare('assets/samples/astronaut.png', '640x640')
  const { width, points, face } = portrait
  const renderer = createRenderer(portrait)
  const silence = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }
  const [pose] = animate([silence], { seed: 1 })
  const drawn = (gazeX: number, gazeY: number) => {
    const frame = renderer.createFrame()
    renderer.draw({ ...pose, yaw: 0, pitch: 0, roll: 0, blink: 0, gazeX, gazeY }, frame)
    return frame
  }
  const side = Math.round(face.irises[0].radius * face.unit)
  const shift = (point: number, from: Uint8Array, to: Uint8Array) => {
    const x = Math.round(points[point * 3] - MARGIN - side / 2)
    const y = Math.round(points[point * 3 + 1] - MARGIN - side / 2)
    return bestShift({ x, y, side }, from, to, width)
  }
  // How far the front of an eyeball travels in 10°, in pixels; the soft edge of what moves takes a part of it.
  const travel = 2.05 * face.irises[0].radius * face.unit * Math.sin(10 * DEGREE)
  for (const iris of [468, 473]) {
    const across = shift(iris, drawn(-5 * DEGREE, 0), drawn(5 * DEGREE, 0))
    expect(across.x).toBeGreaterThan(0.5 * travel)
    expect(across.x).toBeLessThan(1.3 * travel)
    expect(Math.abs(across.y)).toBeLessThanOrEqual(1)
    expect(shift(iris, drawn(0, -5 * DEGREE), drawn(0, 5 * DEGREE)).y).toBeGreaterThan(0.4 * travel)
  }
  const noseTip = shift(1, drawn(-5 * DEGREE, 0), drawn(5 * DEGREE, 0))
  expect(noseTip).toEqual({ x: 0, y: 0 })
})

/** By how many whole pixels what was in a square has moved: where the squared differences are least. */
function bestShift(
  { x, y, side }: { x: number; y: number; side: number },
  from: Uint8Array,
  to: Uint8Array,
  width: number,
) {
  let least = Infinity
  let best = { x: 0, y: 0 }
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      let sum = 0
      for (let j = 0; j < side; j++) {
        const p = (y + j) * width + x
        for (let i = 0; i < side; i++) sum += (from[p + i] - to[p + i + dy * width + dx]) ** 2
      }
      if (sum < least) {
        least = sum
        best = { x: dx, y: dy }
      }
    }
  }
  return best
}
