import { describe, expect, it } from 'vitest'
import { MESH_POINTS } from '../face/face-mesh'
import { mouthPalette, type Rgb } from './mouth-palette'

/** The palette of a face whose skin has one colour. */
function paletteOf(skin: Rgb) {
  const side = 32
  const data = new Uint8Array(side * side * 3).map((_, i) => skin[i % 3])
  return mouthPalette({ data, width: side, height: side }, new Float32Array(MESH_POINTS * 3).fill(16))
}

const luminance = ([r, g, b]: Rgb) => 0.3 * r + 0.59 * g + 0.11 * b

describe('mouthPalette', () => {
  it('has no colour in a black-and-white picture, and a red tongue in a photo', () => {
    for (const colour of Object.values(paletteOf([150, 150, 150]))) {
      expect(Math.max(...colour) - Math.min(...colour)).toBeLessThan(1)
    }
    const { tongue, teeth } = paletteOf([200, 150, 120])
    expect(tongue[0]).toBeGreaterThan(1.5 * tongue[1])
    expect(Math.max(...teeth) - Math.min(...teeth)).toBeLessThan(30)
  })

  it('gives dark skin teeth as bright as the white of its eyes', () => {
    const skin: Rgb = [70, 45, 35]
    const side = 32
    const data = new Uint8Array(side * side * 3).map((_, i) => skin[i % 3])
    const points = new Float32Array(MESH_POINTS * 3).fill(16)
    for (const corner of [33, 133, 362, 263]) points[corner * 3] = 28
    const before = mouthPalette({ data, width: side, height: side }, points)
    for (let y = 0; y < side; y++) data.fill(190, (y * side + 22) * 3, (y * side + 27) * 3)
    const after = mouthPalette({ data, width: side, height: side }, points)
    expect(luminance(before.teeth)).toBeLessThan(80)
    expect(luminance(after.teeth)).toBeGreaterThan(150)
    expect(luminance(after.tongue)).toBeGreaterThan(1.5 * luminance(before.tongue))
  })

  it('lights teeth as the face: dimmer on dark skin, yellow under old varnish, never blue', () => {
    const [fair, dark] = [paletteOf([210, 160, 130]), paletteOf([90, 60, 45])]
    expect(luminance(dark.teeth)).toBeLessThan(0.6 * luminance(fair.teeth))
    expect(luminance(dark.teeth)).toBeGreaterThan(luminance([90, 60, 45]))
    const varnished = paletteOf([200, 120, 40]).teeth
    expect(varnished[2]).toBeLessThan(0.8 * varnished[1])
    const flushed = paletteOf([180, 130, 150]).teeth
    expect(flushed[2]).toBeLessThanOrEqual(flushed[1])
  })
})
