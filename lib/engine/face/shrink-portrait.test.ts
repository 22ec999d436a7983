import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES, type Size } from '@/lib/boson/limits'
import { frameSize } from '../frame-size'
import { shrinkPortrait } from './shrink-portrait'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shrink-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** The sample portrait: 1024 pixels and more a side, no transparency. */
const portrait = () => sharp('assets/samples/astronaut.png')
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } })

/** Writes a picture down and shrinks it; what comes out, opened. */
async function shrink(picture: Buffer | Sharp, size: Size = '640x640') {
  const bytes = Buffer.isBuffer(picture) ? picture : await picture.toBuffer()
  const [path, out] = [join(dir, 'in'), join(dir, 'out')]
  await writeFile(path, bytes)
  const { contentType } = await shrinkPortrait(path, size, out)
  const shrunk = await readFile(out)
  return { contentType, bytes: shrunk, original: bytes, ...(await sharp(shrunk).metadata()) }
}

describe('shrinkPortrait', () => {
  it('cuts a part out of the upright picture', async () => {
    // Red above blue, lying on its side as a camera keeps it.
    const half = (background: string) =>
      ({ create: { width: 100, height: 200, channels: 3, background } }) as const
    const lying = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'blue' } })
      .composite([{ input: half('red'), left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    const [path, out] = [join(dir, 'lying'), join(dir, 'part')]
    await writeFile(path, lying)
    await shrinkPortrait(path, '640x640', out, { x: 0, y: 0.5, width: 0.5, height: 0.5 })
    const { data, info } = await sharp(out).raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width: 100, height: 100 })
    expect(data[2]).toBeGreaterThan(200)
    expect(data[0]).toBeLessThan(60)
  })

  it('covers the video with a tenth to spare, keeps the shape, and never enlarges', async () => {
    const side = fc.integer({ min: 1, max: 1500 })
    await fc.assert(
      fc.asyncProperty(side, side, fc.constantFrom(...SIZES), async (width, height, size) => {
        const shrunk = await shrink(plain(width, height).png(), size)
        const shown = frameSize(size)
        const scale = Math.min(1, 1.1 * Math.max(shown.width / width, shown.height / height))
        expect(Math.abs(shrunk.width - width * scale)).toBeLessThanOrEqual(1)
        expect(Math.abs(shrunk.height - height * scale)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 25 },
    )
  })

  it('makes a photo a small fraction of its bytes, and it stays the same picture', async () => {
    const { contentType, format, bytes, original, width, height } = await shrink(
      portrait().resize(1400).png(),
    )
    expect([contentType, format]).toEqual(['image/jpeg', 'jpeg'])
    expect(bytes.length).toBeLessThan(original.length / 5)
    const pixels = (picture: Buffer) => sharp(picture).resize(width, height, { fit: 'fill' }).raw().toBuffer()
    const [small, large] = [await pixels(bytes), await pixels(original)]
    const apart = small.reduce((sum, value, i) => sum + Math.abs(value - large[i]), 0) / small.length
    expect(apart).toBeLessThan(3)
  })

  it('turns the picture upright, and leaves behind where it was taken', async () => {
    const exif = { IFD0: { Make: 'Canon' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
    for (const [width, height] of [
      [1600, 1200],
      [400, 300],
    ]) {
      const photo = plain(width, height).withExif(exif).withMetadata({ orientation: 6 }).jpeg()
      const shrunk = await shrink(photo)
      expect(shrunk.width / shrunk.height).toBeCloseTo(3 / 4, 2)
      expect(shrunk.exif).toBeUndefined()
      expect(shrunk.orientation ?? 1).toBe(1)
    }
    expect((await shrink(portrait().resize(300).withExif(exif).jpeg({ quality: 30 }))).exif).toBeUndefined()
  })

  it('stays PNG where something shows through, and only there', async () => {
    const clear = plain(900, 900).ensureAlpha(0.5).png()
    const shrunk = await shrink(clear)
    expect(shrunk).toMatchObject({ contentType: 'image/png', format: 'png', hasAlpha: true, width: 704 })
    expect(await shrink(portrait().ensureAlpha(1).png())).toMatchObject({ contentType: 'image/jpeg' })
  })

  it('copies a small clean picture rather than make it larger', async () => {
    const jpeg = await shrink(portrait().resize(500).jpeg({ quality: 60 }))
    expect(jpeg.contentType).toBe('image/jpeg')
    expect(jpeg.bytes.equals(jpeg.original)).toBe(true)
    const drawing = await shrink(plain(300, 300).png({ palette: true }))
    expect(drawing.contentType).toBe('image/png')
    expect(drawing.bytes.equals(drawing.original)).toBe(true)
  })

  it.each([
    ['WebP', () => portrait().resize(500).webp()],
    ['a JPEG for print', () => portrait().resize(500).toColourspace('cmyk').jpeg({ quality: 40 })],
    ['a PNG of 16 bits', () => portrait().resize(500).toColourspace('rgb16').png()],
  ])('makes an ordinary JPEG of %s', async (_, make) => {
    expect(await shrink(make())).toMatchObject({ contentType: 'image/jpeg', space: 'srgb', depth: 'uchar' })
  })

  it.each([
    ['text', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['half a photo', async () => (await portrait().jpeg().toBuffer()).subarray(0, 20_000)],
    ['nothing', async () => Buffer.alloc(0)],
  ])('refuses %s', async (_, make) => {
    await expect(shrink(await make())).rejects.toMatchObject({
      type: 'invalid_image_format',
      code: 'unreadable',
    })
  })
})
