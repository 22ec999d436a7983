import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniffAudio } from './sniff-audio'

const bytes = (text: string, ...rest: number[]) => Uint8Array.from([...Buffer.from(text, 'latin1'), ...rest])
const id3 = (size: number) => bytes('ID3', 4, 0, 0, 0, 0, (size >> 7) & 0x7f, size & 0x7f)
const concat = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const MP3_FRAME = Uint8Array.of(0xff, 0xfb, 0x90, 0x64)
const ADTS_FRAME = Uint8Array.of(0xff, 0xf1, 0x50, 0x80)

describe('sniffAudio', () => {
  it.each([
    ['wav', bytes('RIFF\x24\0\0\0WAVEfmt ')],
    ['wav', bytes('RF64\xff\xff\xff\xffWAVEds64')],
    ['flac', bytes('fLaC\0\0\0\x22')],
    ['ogg', bytes('OggS\0\x02')],
    ['webm', bytes('\x1aE\xdf\xa3\x9f')],
    ['mp4', bytes('\0\0\0\x20ftypM4A \0\0\0\0')],
    ['mp4', bytes('\0\0\0\x20ftypisom\0\0\x02\0')],
    ['mp3', MP3_FRAME],
    ['aac', ADTS_FRAME],
    ['mp3', concat(id3(300), new Uint8Array(300), MP3_FRAME)],
    ['aac', concat(id3(20), new Uint8Array(20), ADTS_FRAME)],
    ['flac', concat(id3(20), new Uint8Array(20), bytes('fLaC'))],
    ['mp3', concat(id3(4000), new Uint8Array(50))],
  ])('tells %s', (container, head) => {
    expect(sniffAudio(head)).toBe(container)
  })

  it.each([
    ['a playlist', bytes('#EXTM3U\n#EXTINF:10,\nhttp://localhost/secret')],
    ['a ZIP archive', bytes('PK\x03\x04')],
    ['a JPEG picture', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a PNG picture', bytes('\x89PNG\r\n\x1a\n')],
    ['a WebP picture', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
    ['an AVIF picture', bytes('\0\0\0\x20ftypavif')],
    ['a HEIC picture', bytes('\0\0\0\x20ftypheic')],
    ['UTF-16 text', bytes('\xff\xfeh\0e\0l\0l\0o\0')],
    ['nothing', new Uint8Array(0)],
  ])('refuses %s', (_, head) => {
    expect(sniffAudio(head)).toBeNull()
  })

  it('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (tail, tagged) => {
        const answer = sniffAudio(tagged ? concat(bytes('ID3'), tail) : tail)
        expect([null, 'wav', 'mp3', 'flac', 'ogg', 'webm', 'mp4', 'aac']).toContain(answer)
      }),
    )
  })
})
