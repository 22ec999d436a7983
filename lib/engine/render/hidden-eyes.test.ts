import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { animate } from '../motion/animator'
import type { Portrait } from './portrait'
import { createPortraits } from './portraits'
import { createRenderer } from './renderer'

const HOPPER = 'bench/avatar/portraits/hopper.jpg'
const portraits = createPortraits(createVisionModels('assets/models'))
const silence = { open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }
const pose = { ...animate([silence], { seed: 1 })[0], gazeX: 0, blink: 0 }
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hidden-eyes-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** Behind lenses that let a tenth of the light through, in her own glasses. */
async function inSunglasses(): Promise<string> {
  const lens = (x: number) => `<rect x="${x}" y="166" width="72" height="54" rx="22"/>`
  const lenses = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="600"><g fill="#111" fill-opacity=".9">${lens(186)}${lens(271)}</g></svg>`
  const path = join(dir, 'sunglasses.png')
  await sharp(HOPPER)
    .composite([{ input: Buffer.from(lenses) }])
    .toFile(path)
  return path
}

function moves(portrait: Portrait, change: { blink?: number; gazeX?: number }): boolean {
  const renderer = createRenderer(portrait)
  const [open, changed] = [pose, { ...pose, ...change }].map((drawn) => {
    const frame = renderer.createFrame()
    renderer.draw(drawn, frame)
    return frame
  })
  return Buffer.compare(open, changed) !== 0
}

it('eyes behind dark lenses neither blink nor look around', async () => {
  const hidden = await portraits.prepare(await inSunglasses(), '480x640')
  expect(moves(hidden, { blink: 1 })).toBe(false)
  expect(moves(hidden, { gazeX: 0.08 })).toBe(false)
})

it('eyes behind clear glasses do', async () => {
  const seen = await portraits.prepare(HOPPER, '480x640')
  expect(moves(seen, { blink: 1 })).toBe(true)
  expect(moves(seen, { gazeX: 0.08 })).toBe(true)
})
