import { beforeAll, describe, expect, it } from 'vitest'
import type { Picture } from '../face/picture'
import { createVisionModels } from '../face/vision-models'
import type { Portrait } from './portrait'
import { createPortraits } from './portraits'
import { solidMatte } from './solid-matte'

let portrait: Portrait
beforeAll(async () => {
  portrait = await createPortraits(createVisionModels('assets/models')).prepare(
    'assets/samples/astronaut.png',
    '640x480',
  )
})

describe('solidMatte', () => {
  it('makes the face and what the person encloses solid, and leaves the background alone', () => {
    const { width, height } = portrait.layer.texture satisfies Pick<Picture, 'width' | 'height'>
    const { points, face } = portrait
    const matte = new Float32Array(width * height)
    // A ring of person in the lower left corner, open to nothing.
    const ring = { x: 60, y: height - 60 }
    for (let p = 0; p < matte.length; p++) {
      const distance = Math.hypot((p % width) - ring.x, Math.floor(p / width) - ring.y)
      if (distance > 20 && distance < 30) matte[p] = 1
    }
    const solid = solidMatte(matte, width, height, points, face)
    const at = (x: number, y: number) => solid[Math.round(y) * width + Math.round(x)]
    expect(at(points[1 * 3], points[1 * 3 + 1])).toBe(255)
    expect(at(ring.x, ring.y)).toBe(255)
    expect(at(ring.x + 40, ring.y)).toBe(0)
    expect(at(5, 5)).toBe(0)
  })
})
