import { expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { UPPER_INNER_LIP } from './face-geometry'
import { createPortraits } from './portraits'

const portraits = createPortraits(createVisionModels('assets/models'))

it.each(['drawn-make-up', 'drawn-ink', 'fugger'])(
  'lips meet on the dark line between them, where the mesh alone would miss it: %s',
  async (name) => {
    const { points, layer } = await portraits.prepare(`bench/avatar/portraits/${name}.jpg`, '640x640')
    const { width, y: plane } = layer.texture
    const luma = (x: number, y: number) => plane[Math.round(y - 0.5) * width + Math.round(x - 0.5)]
    // From the middle of one half to that of the other: how far away the darkest row is.
    const misses = UPPER_INNER_LIP.slice(3, -3).map((point) => {
      const [x, y] = [points[point * 3], points[point * 3 + 1]]
      const rows = Array.from({ length: 15 }, (_, k) => k - 7)
      const darkest = Math.min(...rows.map((k) => luma(x, y + k)))
      return Math.min(...rows.filter((k) => luma(x, y + k) <= darkest + 8).map(Math.abs))
    })
    expect(Math.max(...misses)).toBeLessThanOrEqual(2)
  },
)
