import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollOf } from '../face/face-mesh'
import { createVisionModels } from '../face/vision-models'
import { createPortraits } from './portraits'

const PORTRAITS = 'bench/avatar/portraits'
const PROFILE = 'lib/engine/face/fixtures/profile.jpg'
const DEGREE = Math.PI / 180
const portraits = createPortraits(createVisionModels('assets/models'))
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'odd-portraits-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function file(name: string, picture: Sharp): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, await picture.toBuffer())
  return path
}

const hopper = () => sharp(`${PORTRAITS}/hopper.jpg`)
const overlay = (shapes: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="512" height="600">${shapes}</svg>`)

/** A wall, drawn before what hangs on it. */
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a9a8a' } })

/** For each EXIF orientation, how a camera held that way turns (clockwise, degrees) and then mirrors what it writes. */
const HELD: [number, number, boolean][] = [
  [1, 0, false],
  [2, 0, true],
  [3, 180, false],
  [4, 180, true],
  [5, 90, true],
  [6, 270, false],
  [7, 270, true],
  [8, 90, false],
]

async function heldAs(orientation: number, degrees: number, isMirrored: boolean): Promise<Sharp> {
  const turned = await hopper().rotate(degrees).png().toBuffer()
  return sharp(turned).flop(isMirrored).withMetadata({ orientation }).jpeg()
}

describe('a picture that ends in a good video', () => {
  it.each(HELD)('of EXIF orientation %i', async (orientation, degrees, isMirrored) => {
    const path = await file(`exif-${orientation}.jpg`, await heldAs(orientation, degrees, isMirrored))
    const { width, height, face, notices } = await portraits.inspect(path)
    expect({ width, height, notices }).toEqual({ width: 512, height: 600, notices: [] })
    expect(Math.abs(face.x + face.width / 2 - 262)).toBeLessThan(20)
  })

  it.each([90, 180, 270])('turned by %i° without a tag', async (degrees) => {
    const { face, notices } = await portraits.inspect(
      await file(`turned-${degrees}.jpg`, hopper().rotate(degrees).jpeg()),
    )
    expect(notices).toEqual(['The picture was turned so that the face is upright.'])
    expect(Math.abs(face.x + face.width / 2 - 262)).toBeLessThan(20)
  })

  it.each([-40, 42])('of a head that lies at %i°: its eyes become level', async (degrees) => {
    const tilted = hopper().rotate(degrees, { background: '#335' }).jpeg()
    const path = await file(`tilted${degrees}.jpg`, tilted)
    const { notices } = await portraits.inspect(path)
    expect(notices).toContain('The picture was turned so that the eyes are level.')
    const { points } = await portraits.prepare(path, '640x640')
    expect(Math.abs(rollOf(points))).toBeLessThan(5 * DEGREE)
  })

  it.each([
    [
      'a face of 6,000 pixels',
      () =>
        hopper()
          .extract({ left: 150, top: 100, width: 226, height: 260 })
          .resize({ width: 7300, kernel: 'nearest' })
          .jpeg({ quality: 60 }),
    ],
    [
      'sunglasses',
      () =>
        hopper()
          .composite([{ input: overlay(SUNGLASSES) }])
          .png(),
    ],
    ['a statue', () => sharp(`${PORTRAITS}/washington.jpg`).greyscale().tint('#e8e6e0').png()],
  ])('of %s', async (name, draw) => {
    const { faces } = await portraits.inspect(await file(`${name}.png`, draw()))
    expect(faces).toBe(1)
  })

  it.each(['drawn-ink', 'drawn-make-up', 'drawn-beard', 'frederik', 'smith', 'revere'])(
    'of a drawing, an engraving, a profile or a chin in a hand: %s',
    async (name) => {
      expect((await portraits.inspect(`${PORTRAITS}/${name}.jpg`)).faces).toBe(1)
    },
  )

  it('of a head turned away moves less', async () => {
    const turned = await portraits.prepare(`${PORTRAITS}/revere.jpg`, '480x640')
    const frontal = await portraits.prepare(`${PORTRAITS}/drawn-ink.jpg`, '480x640')
    expect(turned.headRange).toBeLessThan(0.8 * frontal.headRange)
  })

  it('of two people speaks by the larger, and says so', async () => {
    const both = blank(1100, 700).composite([
      { input: await hopper().toBuffer(), left: 40, top: 60 },
      { input: await sharp(`${PORTRAITS}/washington.jpg`).toBuffer(), left: 700, top: 100 },
    ])
    const { faces, face, notices } = await portraits.inspect(await file('two.png', both.png()))
    expect(faces).toBe(2)
    expect(face.x).toBeLessThan(500)
    expect(notices.join()).toContain('the largest one will speak')
  })
})

const SUNGLASSES =
  '<g fill="#111"><rect x="186" y="166" width="72" height="54" rx="22"/>' +
  '<rect x="271" y="166" width="72" height="54" rx="22"/><path d="M252 178h26v8h-26z"/></g>'

/** What hides the mouth of `hopper`, whose lips span x 233…302, y 271…290. */
const COVERS = {
  'a hand': [0, 1, 2, 3]
    .map(
      (finger) => `<rect x="215" y="${250 + 15 * finger}" width="160" height="16" rx="8" fill="url(#skin)"/>`,
    )
    .join(''),
  'a cup':
    '<path d="M226 262l12 90q30 12 58 0l12-90z" fill="#e9e6e0"/>' +
    '<ellipse cx="267" cy="262" rx="41" ry="8" fill="#ccc"/>',
  'a microphone':
    '<path d="M257 280h20v180h-20z" fill="#333"/><circle cx="267" cy="280" r="33" fill="#222"/>',
  'a mask': '<path d="M176 232q90-14 172 0q4 96-80 112q-90-18-92-112z" fill="#a9c9dc"/>',
}
const SKIN =
  '<linearGradient id="skin" x2="0" y2="1"><stop stop-color="#b98468"/><stop offset=".4" stop-color="#e0ab8c"/>' +
  '<stop offset="1" stop-color="#8f5f48"/></linearGradient>'

describe('a mouth that cannot be seen', () => {
  it.each(Object.entries(COVERS))('behind %s is refused', async (name, shapes) => {
    const covered = hopper().composite([{ input: overlay(SKIN + shapes) }])
    await expect(portraits.inspect(await file(`${name}.png`, covered.png()))).rejects.toMatchObject({
      type: 'invalid_image_format',
      param: 'ref_image',
      code: 'mouth_covered',
      message: expect.stringContaining('The mouth is covered'),
    })
  })

  it.each(['kofi', 'lena', 'cortes', 'drawn-beard', 'drawn-ink'])(
    'is not what a beard, glasses or a drawing make of it: %s',
    async (name) => {
      const { notices } = await portraits.inspect(`${PORTRAITS}/${name}.jpg`)
      expect(notices.join()).not.toContain('mouth')
    },
  )
})

describe('a picture that is refused', () => {
  it.each([
    ['a cat', 'no_face', () => sharp('lib/engine/face/fixtures/cat.jpg').png()],
    ['a head in full profile', 'face_turned_away', () => sharp(PROFILE)],
    ['a head in profile that looks to the other side', 'face_turned_away', () => sharp(PROFILE).flop()],
    ['nothing', 'no_face', () => blank(400, 400).png()],
    ['a face of 40 pixels', 'face_too_small', () => hopper().resize({ width: 112 }).png()],
  ])('%s: %s', async (name, code, draw) => {
    await expect(portraits.inspect(await file(`${name}.png`, draw()))).rejects.toMatchObject({
      type: 'invalid_image_format',
      param: 'ref_image',
      code,
    })
  })
})
