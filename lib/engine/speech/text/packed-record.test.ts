import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PackedRecord } from './packed-record'

const records = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())

describe('a packed record', () => {
  it('answers what the parsed one would, however it is laid out', () => {
    fc.assert(
      fc.property(records, fc.string(), fc.constantFrom(0, 2), (record, other, indent) => {
        const json = JSON.stringify(record, null, indent)
        const parsed: Record<string, unknown> = JSON.parse(json)
        const packed = PackedRecord.of(Buffer.from(json))
        for (const key of [...Object.keys(parsed), other, 'constructor']) {
          expect(packed.get(key)).toEqual(Object.hasOwn(parsed, key) ? parsed[key] : undefined)
        }
      }),
    )
  })

  it('packs an object in it on the same bytes', () => {
    const json = Buffer.from(JSON.stringify({ a: [{ inner: 1 }], b: { inner: { '"': 2 } } }))
    const inner = PackedRecord.of(json).record('b')
    expect(inner.get('inner')).toEqual({ '"': 2 })
    expect(() => PackedRecord.of(json).record('c')).toThrow('no c')
  })
})
