import { describe, expect, it } from 'vitest'
import { SIZES } from '@/lib/boson/limits'
import { createVisionModels } from '@/lib/engine/face/vision-models'
import type { Pose } from '@/lib/engine/motion/pose'
import { createPortraits } from '@/lib/engine/render/portraits'
import { mostHoles } from './holes'

const DEGREE = Math.PI / 180
const portraits = createPortraits(createVisionModels('assets/models'))

/** Beyond what the animator lets a head do (4.8° of yaw and pitch, 3.5° of roll), mouth and eyes moving too. */
const EXTREMES = [-1, 1].flatMap((yaw) =>
  [-1, 1].map(
    (pitch): Pose => ({
      yaw: 5 * yaw * DEGREE,
      pitch: 5 * pitch * DEGREE,
      roll: 4 * yaw * pitch * DEGREE,
      shiftX: 0.02 * yaw,
      shiftY: 0.01 * pitch,
      jaw: 0.12 * (pitch + 1),
      round: -yaw,
      press: 0,
      tuck: 0,
      brow: pitch,
      blink: (yaw + 1) / 2,
      gazeX: 0,
      gazeY: 0,
      breath: pitch,
      close: 0,
    }),
  ),
)

describe('a head at the limits of its motion', () => {
  it.each(
    ['amara', 'hopper', 'sofia', 'washington', 'drawn-ink'].flatMap((name) =>
      SIZES.map((size) => [name, size] as const),
    ),
  )('shows no background through %s at %s', async (name, size) => {
    const portrait = await portraits.prepare(`bench/avatar/portraits/${name}.jpg`, size)
    expect(mostHoles(portrait, EXTREMES)).toBe(0)
  })
})
