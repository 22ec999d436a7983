import { sign } from 'node:crypto'
import type { SigningIdentity } from './signing-identity'

/** Labels of COSE headers and the number of ES256 (RFC 9052, RFC 9053, RFC 9360). */
const ALGORITHM = 1
const X5CHAIN = 33
const ES256 = -7
/** CBOR tag of COSE_Sign1. */
const COSE_SIGN1 = 18
/** CBOR major types (RFC 8949, 3.1). */
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6 }
const NULL = Buffer.from([0xf6])

/**
 * Signs a C2PA claim: a tagged COSE_Sign1 with a detached payload and the certificate in its protected header
 * (C2PA 2.1, 13.2). The root is left out, as C2PA wants. Of the same length for every payload.
 */
export function coseSign1(payload: Uint8Array, { key, certificate }: SigningIdentity): Buffer {
  const protectedHeader = bytes(
    map([
      [integer(ALGORITHM), integer(ES256)],
      [integer(X5CHAIN), bytes(certificate.raw)],
    ]),
  )
  const signed = array([text('Signature1'), protectedHeader, bytes(Buffer.alloc(0)), bytes(payload)])
  const signature = sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' })
  return Buffer.concat([
    head(MAJOR.tag, COSE_SIGN1),
    array([protectedHeader, map([]), NULL, bytes(signature)]),
  ])
}

const text = (value: string) =>
  Buffer.concat([head(MAJOR.text, Buffer.byteLength(value)), Buffer.from(value)])
const bytes = (value: Uint8Array) => Buffer.concat([head(MAJOR.bytes, value.length), value])
const array = (items: Buffer[]) => Buffer.concat([head(MAJOR.array, items.length), ...items])
const map = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([head(MAJOR.map, entries.length), ...entries.flat()])
const integer = (value: number) =>
  value < 0 ? head(MAJOR.negative, -1 - value) : head(MAJOR.unsigned, value)

/** The first bytes of a CBOR item: its major type and its value, count or length in the fewest bytes. */
function head(major: number, value: number): Buffer {
  const type = major << 5
  if (value < 24) return Buffer.from([type | value])
  if (value < 0x100) return Buffer.from([type | 24, value])
  if (value < 0x10000) return Buffer.from([type | 25, value >> 8, value & 0xff])
  const long = Buffer.from([type | 26, 0, 0, 0, 0])
  long.writeUInt32BE(value, 1)
  return long
}
