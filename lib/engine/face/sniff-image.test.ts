import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isHeic, sniffImage } from './sniff-image'

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

describe('isHeic', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

  it('knows what iPhones take, also where only a later brand says so', () => {
    expect(isHeic(bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toBe(true)
    expect(isHeic(bytes('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'))).toBe(true)
  })

  it('leaves AVIF and films alone', async () => {
    expect(isHeic(await blank.clone().avif().toBuffer())).toBe(false)
    expect(isHeic(bytes('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'))).toBe(false)
    expect(isHeic(new Uint8Array())).toBe(false)
  })
})
