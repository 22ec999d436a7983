import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsCredentials } from './credentials'

const C2PA = 'd8fec3d61b0e483c92975828877ec481'

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

const type = box('ftyp', Buffer.from('isom0000isom'))
const manifest = box('uuid', Buffer.concat([Buffer.from(C2PA, 'hex'), Buffer.alloc(500)]))
const other = box('uuid', Buffer.alloc(516))

test('finds the manifest among the boxes, also where the file is cut short behind it', () => {
  expect(holdsCredentials(Buffer.concat([type, manifest, box('moov', Buffer.alloc(90))]))).toBe(true)
  expect(holdsCredentials(Buffer.concat([type, other, manifest]).subarray(0, 600))).toBe(true)
})

test('is not taken in by other boxes, or by the same bytes inside one', () => {
  expect(holdsCredentials(Buffer.concat([type, other]))).toBe(false)
  expect(holdsCredentials(Buffer.concat([type, box('free', manifest)]))).toBe(false)
})

test('ends on anything', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !holdsCredentials(bytes)))
})
