import { expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { createPortraits } from '../render/portraits'
import { createRenderer } from '../render/renderer'
import { FPS, type MouthFrame } from '../types'
import { animate } from './animator'

const SIDE = 640
/** A shoulder of the sample, pixels of the frame, and how far it is looked for. */
const SHOULDER = { left: 60, top: 545, width: 90, height: 60 }
const REACH = 12

const SILENT: MouthFrame = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }
const SAID: MouthFrame = { ...SILENT, open: 0.5, loud: 0.6, energy: 0.6 }

it('lifts the shoulders by some pixels, and nothing behind them', async () => {
  const portrait = await createPortraits(createVisionModels('assets/models')).prepare(
    'assets/samples/astronaut.png',
    `${SIDE}x${SIDE}`,
  )
  const renderer = createRenderer(portrait)
  const [pose] = animate([SILENT], { seed: 1 })
  const [out, drawn] = [-1, 1].map((breath) => {
    const frame = renderer.createFrame()
    renderer.draw({ ...pose, breath }, frame)
    return frame
  })
  const rise = upwardShift(out, drawn)
  expect(rise).toBeGreaterThanOrEqual(5)
  expect(rise).toBeLessThanOrEqual(10)
  const corner = (frame: Uint8Array) =>
    Array.from({ length: 30 }, (_, row) => [...frame.subarray(row * SIDE, row * SIDE + 60)])
  expect(corner(drawn)).toEqual(corner(out))
})

it('draws breath before a phrase and lets it out along it', () => {
  const phrase = Array.from({ length: 3 * FPS }, () => SAID)
  const pause = Array.from({ length: FPS }, () => SILENT)
  const breaths = animate([...pause, ...phrase, ...pause, ...phrase], { seed: 2 }).map(({ breath }) => breath)
  for (const start of [FPS, 5 * FPS]) {
    const top = Math.max(...breaths.slice(start - 8, start + 8))
    expect(top - Math.min(...breaths.slice(start - 20, start - 8))).toBeGreaterThan(0.3)
    expect(top - breaths[start + 3 * FPS - 1]).toBeGreaterThan(0.6)
  }
})

/** By how many rows the shoulder stands higher in the second picture: where it differs least. */
function upwardShift(before: Uint8Array, after: Uint8Array): number {
  const differences = Array.from({ length: 2 * REACH + 1 }, (_, i) => difference(before, after, i - REACH))
  return differences.indexOf(Math.min(...differences)) - REACH
}

function difference(before: Uint8Array, after: Uint8Array, rise: number): number {
  const { left, top, width, height } = SHOULDER
  let sum = 0
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      sum += Math.abs(before[y * SIDE + x] - after[(y - rise) * SIDE + x])
    }
  }
  return sum
}
