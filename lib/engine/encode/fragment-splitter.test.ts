import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FragmentSplitter } from './fragment-splitter'

type Box = { type: string; body: Uint8Array; long: boolean }

/** A box with a 32-bit size, or with a 64-bit one. */
function encode({ type, body, long }: Box): Uint8Array {
  const header = new DataView(new ArrayBuffer(long ? 16 : 8))
  const size = header.byteLength + body.length
  header.setUint32(0, long ? 1 : size)
  for (let i = 0; i < 4; i++) header.setUint8(4 + i, type.charCodeAt(i))
  if (long) header.setBigUint64(8, BigInt(size))
  return Buffer.concat([new Uint8Array(header.buffer), body])
}

const boxes = (...types: string[]) =>
  fc.tuple(
    ...types.map((type) =>
      fc.record({ type: fc.constant(type), body: fc.uint8Array({ maxLength: 300 }), long: fc.boolean() }),
    ),
  )
const initialisation = boxes('ftyp', 'moov')
const fragment = fc.oneof(
  boxes('moof', 'mdat'),
  boxes('styp', 'sidx', 'moof', 'mdat'),
  boxes('free', 'moof', 'mdat'),
)
const stream = fc
  .tuple(initialisation, fc.array(fragment, { maxLength: 5 }))
  .map(([first, fragments]) => [first, ...fragments].map((piece) => Buffer.concat(piece.map(encode))))

/** Bytes cut at the given places. */
function cut(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end))
}

describe('FragmentSplitter', () => {
  it('gives whole pieces, however the stream is cut', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(), { maxLength: 40 }), (pieces, places) => {
        const splitter = new FragmentSplitter()
        const given = cut(Buffer.concat(pieces), places).flatMap((chunk) => splitter.push(chunk))
        expect(given.map((piece) => Buffer.from(piece))).toEqual(pieces)
      }),
    )
  })

  it('gives each piece as soon as its last byte is there, and none for the beginning of another', () => {
    fc.assert(
      fc.property(stream, (pieces) => {
        const splitter = new FragmentSplitter()
        for (const piece of pieces) {
          for (const byte of piece.subarray(0, -1)) expect(splitter.push(Uint8Array.of(byte))).toEqual([])
          expect(splitter.push(piece.subarray(-1))).toHaveLength(1)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('knows at the end what is left, and whether the stream broke off inside a box', () => {
    const index = encode({ type: 'mfra', body: new Uint8Array(20), long: false })
    fc.assert(
      fc.property(stream, fc.nat(), (pieces, place) => {
        const bytes = Buffer.concat([...pieces, index])
        const whole = new FragmentSplitter()
        whole.push(bytes)
        expect(whole.rest()).toEqual(Buffer.from(index))
        const broken = new FragmentSplitter()
        const end = bytes.length - 1 - (place % (index.length - 1))
        broken.push(bytes.subarray(0, end))
        expect(broken.rest()).toBeNull()
      }),
    )
    expect(new FragmentSplitter().rest()).toHaveLength(0)
  })

  it('does not share memory with what it was given', () => {
    const bytes = Buffer.from(encode({ type: 'moov', body: new Uint8Array(8), long: false }))
    const [piece] = new FragmentSplitter().push(bytes)
    bytes.fill(0xff)
    expect(piece[15]).toBe(0)
  })

  it.each([
    ['a box without an end', [0, 0, 0, 0, 0x6d, 0x64, 0x61, 0x74]],
    ['a box smaller than its header', [0, 0, 0, 7, 0x6d, 0x64, 0x61, 0x74]],
    ['a 64-bit box smaller than its header', [0, 0, 0, 1, 0x6d, 0x64, 0x61, 0x74, 0, 0, 0, 0, 0, 0, 0, 15]],
    ['a box of half a gigabyte', [0x20, 0, 0, 0, 0x6d, 0x64, 0x61, 0x74]],
    ['a box of 2⁶³ bytes', [0, 0, 0, 1, 0x6d, 0x64, 0x61, 0x74, 0x80, 0, 0, 0, 0, 0, 0, 0]],
  ])('refuses %s', (_, bytes) => {
    expect(() => new FragmentSplitter().push(Uint8Array.from(bytes))).toThrow(RangeError)
  })
})
