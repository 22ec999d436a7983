import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { MARGIN } from './framing'
import { createPortraits } from './portraits'

const ASTRONAUT = 'assets/samples/astronaut.png'
const portraits = createPortraits(createVisionModels('assets/models'))
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'portraits-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, bytes)
  return path
}

async function refusalOf(path: string): Promise<unknown> {
  return portraits.inspect(path).then(
    () => 'accepted',
    (error: unknown) => error,
  )
}

describe('a usable picture', () => {
  it('has its face found', async () => {
    const { width, height, faces, face, notices } = await portraits.inspect(ASTRONAUT)
    expect({ width, height, faces }).toEqual({ width: 512, height: 512, faces: 1 })
    // The face of the sample spans about x 175…275, y 65…180 (by eye).
    expect(Math.abs(face.x + face.width / 2 - 225)).toBeLessThan(12)
    expect(Math.abs(face.y + face.height / 2 - 123)).toBeLessThan(15)
    expect(face.width).toBeGreaterThan(80)
    expect(face.width).toBeLessThan(120)
    expect(notices.join()).toContain('soft')
  })

  it('is turned upright by its EXIF tag, and reported in upright pixels', async () => {
    const sideways = await sharp(ASTRONAUT).extract({ left: 0, top: 0, width: 512, height: 400 }).rotate(90)
    const path = await file('exif.jpg', await sideways.jpeg().withMetadata({ orientation: 8 }).toBuffer())
    const { width, height, face } = await portraits.inspect(path)
    expect({ width, height }).toEqual({ width: 512, height: 400 })
    expect(Math.abs(face.x + face.width / 2 - 225)).toBeLessThan(12)
  })

  it('is turned upright by its face where there is no tag, and says so', async () => {
    const path = await file('sideways.png', await sharp(ASTRONAUT).rotate(90).png().toBuffer())
    const { face, notices } = await portraits.inspect(path)
    expect(notices.join()).toContain('turned')
    expect(Math.abs(face.x + face.width / 2 - 225)).toBeLessThan(12)
  })

  it('may be smaller, grey, have transparency, or be large', async () => {
    const smaller = await sharp(ASTRONAUT).resize({ width: 461 }).png().toBuffer()
    expect((await portraits.inspect(await file('smaller.png', smaller))).faces).toBe(1)
    const grey = await sharp(ASTRONAUT).greyscale().png().toBuffer()
    expect((await portraits.inspect(await file('grey.png', grey))).faces).toBe(1)
    const clear = await sharp(ASTRONAUT).ensureAlpha(0.9).webp().toBuffer()
    expect((await portraits.inspect(await file('clear.webp', clear))).faces).toBe(1)
    const large = await sharp(ASTRONAUT).resize(3000).jpeg().toBuffer()
    const { width, face } = await portraits.inspect(await file('large.jpg', large))
    expect(width).toBe(3000)
    expect(face.width).toBeGreaterThan(480)
  })

  it('with several faces names the larger as the speaker', async () => {
    const small = await sharp(ASTRONAUT).resize(400).toBuffer()
    const path = await file(
      'two.png',
      await sharp({ create: { width: 912, height: 512, channels: 3, background: '#99a' } })
        .composite([
          { input: small, left: 0, top: 100 },
          { input: ASTRONAUT, left: 400, top: 0 },
        ])
        .png()
        .toBuffer(),
    )
    const { faces, face, notices } = await portraits.inspect(path)
    expect(faces).toBe(2)
    expect(notices).toContain('There are 2 faces in this picture; the largest one will speak.')
    expect(face.x).toBeGreaterThan(400)
  })
})

describe('a picture that cannot be used is refused', () => {
  const blank = sharp({ create: { width: 300, height: 300, channels: 3, background: '#789' } })

  it('without a face', async () => {
    const path = await file('blank.png', await blank.clone().png().toBuffer())
    expect(await refusalOf(path)).toMatchObject({
      type: 'invalid_image_format',
      param: 'ref_image',
      code: 'no_face',
    })
  })

  it('with too small a face', async () => {
    const path = await file('small.png', await sharp(ASTRONAUT).resize(220).png().toBuffer())
    expect(await refusalOf(path)).toMatchObject({ type: 'invalid_image_format', code: 'face_too_small' })
  })

  it('when it is no PNG, JPEG or WebP, whatever its name', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    const gif = await blank.clone().gif().toBuffer()
    for (const path of [await file('a.png', svg), await file('b.jpg', gif), await file('c.png', 'hello')]) {
      expect(await refusalOf(path)).toMatchObject({ type: 'invalid_image_format', code: 'unreadable' })
    }
  })

  it('when it is damaged', async () => {
    const bytes = await sharp(ASTRONAUT).jpeg().toBuffer()
    const half = await file('half.jpg', bytes.subarray(0, bytes.length / 2))
    const head = await file('head.jpg', bytes.subarray(0, 40))
    for (const path of [half, head]) {
      expect(await refusalOf(path)).toMatchObject({ type: 'invalid_image_format', code: 'unreadable' })
    }
  })
})

describe('several faces', () => {
  /** Amara on the left, Kenji on the right and a little smaller. */
  const two = async () => {
    const [left, right] = await Promise.all([
      sharp('bench/avatar/portraits/amara.jpg').resize(600, 730).toBuffer(),
      sharp('bench/avatar/portraits/kenji.jpg').resize(500, 610).toBuffer(),
    ])
    const wall = sharp({ create: { width: 1200, height: 730, channels: 3, background: '#94a3a8' } })
    return wall
      .composite([
        { input: left, left: 0, top: 0 },
        { input: right, left: 650, top: 60 },
      ])
      .jpeg()
      .toBuffer()
  }

  it('are all told of, and the one nearest to a point is taken, else the largest', async () => {
    const path = await file('two.jpg', await two())
    const largest = await portraits.inspect(path)
    expect(largest).toMatchObject({ faces: 2, turned: false })
    expect(largest.boxes).toHaveLength(2)
    expect(largest.face).toEqual(largest.boxes[0])
    expect(largest.notices.join()).toContain('2 faces')

    const right = await portraits.inspect(path, { crop: null, face: { x: 0.75, y: 0.5 } })
    expect(right.face).toEqual(right.boxes[1])
    expect(right.face.x).toBeGreaterThan(600)
    expect(right.notices.join()).not.toContain('faces')

    // Within a part that shows both, the point is still one of the whole picture.
    const part = { x: 0.1, y: 0.05, width: 0.85, height: 0.9 }
    const within = await portraits.inspect(path, { crop: part, face: { x: 0.75, y: 0.5 } })
    expect(Math.abs(within.face.x + part.x * 1200 - right.face.x)).toBeLessThan(8)
  })

  it('are told apart in a picture that lies on its side, too', async () => {
    const lying = await sharp(await two())
      .rotate(90)
      .jpeg()
      .toBuffer()
    const path = await file('two-lying.jpg', lying)
    // Turned clockwise, the left is up and the right is down.
    const report = await portraits.inspect(path, { crop: null, face: { x: 0.5, y: 0.75 } })
    expect(report.turned).toBe(true)
    expect(report.face.x).toBeGreaterThan(600)
  })
})

describe('advice', () => {
  const adviceOn = async (name: string, bytes: Buffer) =>
    (await portraits.inspect(await file(name, bytes))).notices.join(' ')

  it('is given on blurred, dark and turned faces', async () => {
    const lena = sharp('bench/avatar/portraits/lena.jpg')
    const dark = await lena.clone().linear(0.15, 0).jpeg().toBuffer()
    expect(await adviceOn('dark.jpg', dark)).toMatch(/too dark/)
    expect(await adviceOn('blurred.jpg', await lena.clone().blur(7).jpeg().toBuffer())).toMatch(/blurred/)
    const revere = await readFile('bench/avatar/portraits/revere.jpg')
    expect(await adviceOn('turned.jpg', revere)).toMatch(/turned away/)
  })

  it('is not given on good photos, of dark skin either', async () => {
    for (const name of ['lena', 'kofi', 'amara', 'drawn-beard']) {
      const bytes = await readFile(`bench/avatar/portraits/${name}.jpg`)
      expect(await adviceOn(`${name}.jpg`, bytes)).toBe('')
    }
  })
})

describe('preparing', () => {
  it('keeps forehead and chin of a close-up in a frame of another shape', async () => {
    const tight = await sharp(ASTRONAUT)
      .extract({ left: 165, top: 40, width: 120, height: 150 })
      .resize(480, 600)
      .png()
      .toBuffer()
    const { points, height } = await portraits.prepare(await file('tight.png', tight), '640x480')
    const [forehead, chin] = [10, 152].map((point) => points[point * 3 + 1])
    expect(forehead).toBeGreaterThan(0)
    expect(chin).toBeLessThan(height)
    expect(chin - forehead).toBeLessThan(0.8 * height)
  })

  it('shows the part of the picture that somebody chose, trimmed to the shape of the video', async () => {
    const path = 'bench/avatar/portraits/amara.jpg'
    // 675 × 825 of 900 × 1100 pixels: the left part, the face right of its middle.
    const crop = { x: 0, y: 0.1, width: 0.75, height: 0.75 }
    const framing = { crop, face: null }
    const { points, face, width } = await portraits.prepare(path, '480x640', framing)
    const whole = await portraits.prepare(path, '480x640')
    const nose = points[1 * 3] / (width + 2 * MARGIN)
    // The nose is at 0.495 of the picture.
    expect(nose).toBeGreaterThan(0.6)
    expect(face.unit / whole.face.unit).toBeCloseTo(4 / 3, 1)
  })

  it('does not come closer than somebody chose', async () => {
    const far = await sharp('bench/avatar/portraits/amara.jpg')
      .resize(360)
      .extend({ top: 500, bottom: 500, left: 500, right: 500, background: '#94a3a8' })
      .png()
      .toBuffer()
    const path = await file('far.png', far)
    const crop = { x: 0, y: 0, width: 1, height: 1 }
    const chosen = await portraits.prepare(path, '640x640', { crop, face: null })
    expect(chosen.face.unit).toBeLessThan(0.15 * chosen.height)
    const closer = await portraits.prepare(path, '640x640')
    expect(closer.face.unit).toBeGreaterThan(0.3 * closer.height)
  })

  it('refuses a chosen part that cuts into the face', async () => {
    const crop = { x: 0, y: 0, width: 0.5, height: 1 }
    await expect(
      portraits.inspect('bench/avatar/portraits/amara.jpg', { crop, face: null }),
    ).rejects.toMatchObject({ type: 'invalid_request', param: 'crop', code: 'face_outside' })
  })

  it('refuses a chosen part without a face', async () => {
    const corner = { x: 0, y: 0, width: 0.25, height: 0.25 }
    await expect(
      portraits.prepare('bench/avatar/portraits/amara.jpg', '480x640', { crop: corner, face: null }),
    ).rejects.toMatchObject({ param: 'crop', code: 'face_outside' })
  })

  it('does not take a dark canvas for the person painted on it', async () => {
    const { layer } = await portraits.prepare('bench/avatar/portraits/washington.jpg', '640x640')
    const { width, height } = layer.plate
    const isPerson = (x: number, y: number) => (layer.matte[y * width + x] & 255) > 128
    const halfway = Array.from({ length: height / 2 }, (_, y) => y)
    expect(halfway.filter((y) => isPerson(0, y))).toEqual([])
    expect(halfway.filter((y) => isPerson(width - 1, y))).toEqual([])
  })

  it('remembers the last portraits by content and size', async () => {
    const copy = await file('copy.png', await sharp(ASTRONAUT).png().toBuffer())
    const first = await portraits.prepare(copy, '640x480')
    expect(await portraits.prepare(copy, '640x480')).toBe(first)
    expect(await portraits.prepare(copy, '480x640')).not.toBe(first)
  })
})
