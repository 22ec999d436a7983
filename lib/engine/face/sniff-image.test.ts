import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sniffImage } from './sniff-image'

const blank = sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })

describe('sniffImage', () => {
  it('knows what it opens by content', async () => {
    expect(sniffImage(await blank.clone().png().toBuffer())).toBe('png')
    expect(sniffImage(await blank.clone().jpeg().toBuffer())).toBe('jpeg')
    expect(sniffImage(await blank.clone().webp().toBuffer())).toBe('webp')
  })

  it('refuses everything else', async () => {
    expect(sniffImage(await blank.clone().gif().toBuffer())).toBeNull()
    expect(sniffImage(await blank.clone().tiff().toBuffer())).toBeNull()
    expect(sniffImage(await blank.clone().avif().toBuffer())).toBeNull()
    expect(sniffImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    expect(sniffImage(Buffer.from('RIFF\0\0\0\0WAVEfmt '))).toBeNull()
    expect(sniffImage(new Uint8Array())).toBeNull()
  })

  it('answers for any bytes, and sees no picture in a cut-off beginning', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2 }), (bytes) => {
        expect(sniffImage(bytes)).toBeNull()
      }),
    )
  })
})
