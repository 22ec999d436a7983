import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputFiles } from './input-file'
import { type Form, readForm } from './multipart'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'multipart-'))
})
afterEach(() => {
  expect(readdirSync(directory)).toEqual([])
  rmSync(directory, { recursive: true, force: true })
})

const limits = () => ({ directory, maxFileBytes: 100_000, maxFieldBytes: 100 })

const BOUNDARY = 'a-boundary'
const FORM_TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

type Part = { name: string; filename?: string; bytes: Uint8Array }

/** A form byte by byte, so that the parts may be anything. */
function encode(parts: Part[]): Buffer {
  const pieces = parts.flatMap(({ name, filename, bytes }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`
    return [Buffer.from(head), bytes, Buffer.from('\r\n')]
  })
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

const field = (name: string, value: string): Part => ({ name, bytes: Buffer.from(value) })

function requestOf(body: Uint8Array | ReadableStream | string, headers: Record<string, string> = FORM_TYPE) {
  return new Request('http://studio/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

/** A body that arrives in pieces cut at the given offsets. */
function inPieces(bytes: Uint8Array, cuts: number[]): ReadableStream<Uint8Array> {
  const offsets = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].sort(
    (a, b) => a - b,
  )
  const pieces = offsets.slice(1).map((end, n) => bytes.slice(offsets[n], end))
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
}

const discard = (form: Form) => new InputFiles(Object.values(form.files)).discard()

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('spools files to disk with size and hash, and reads fields', async () => {
  const bytes = randomBytes(70_000)
  const form = new FormData()
  form.set('size', '640x640')
  form.set('ref_image', new Blob([bytes]), 'Zoë.png')
  const read = await readForm(new Request('http://studio/', { method: 'POST', body: form }), limits())
  expect(read.fields).toEqual({ size: '640x640' })
  const file = read.files.ref_image
  expect(file).toMatchObject({ bytes: 70_000, filename: 'Zoë.png', sha256: sha256(bytes) })
  expect(readFileSync(file?.path ?? '').equals(bytes)).toBe(true)
  await discard(read)
})

describe('refuses, and leaves nothing on disk:', () => {
  const big = { name: 'input', filename: 'long.mp3', bytes: randomBytes(100_001) }
  const image = { name: 'ref_image', filename: 'a.png', bytes: randomBytes(500) }
  const tooLarge = { type: 'payload_too_large', status: 413, param: 'input' }
  const invalid = { type: 'invalid_request', status: 422 }

  it.each([
    ['a file over the limit', [image, big], tooLarge],
    ['a field over the limit', [field('input', 'x'.repeat(101))], tooLarge],
    ['a field sent twice', [field('size', '1'), field('size', '2')], { ...invalid, param: 'size' }],
    ['a file sent twice', [image, image], { ...invalid, param: 'ref_image' }],
    ['a file and a field of one name', [image, field('ref_image', 'x')], { ...invalid, param: 'ref_image' }],
    ['five files', ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...image, name })), invalid],
    ['seventeen fields', Array.from({ length: 17 }, (_, n) => field(`f${n}`, 'x')), invalid],
    ['a null character', [image, field('size', 'a\0b')], { ...invalid, param: 'size' }],
  ])('%s', async (_fault, parts: Part[], expected) => {
    await expect(readForm(requestOf(encode(parts)), limits())).rejects.toMatchObject(expected)
  })

  it.each([
    [
      'a null character in a file name',
      `--a-boundary\r\ncontent-disposition: form-data; name="input"; filename*=UTF-8''a%00.mp3\r\n\r\nx\r\n--a-boundary--`,
      FORM_TYPE,
    ],
    ['what is no form', 'picture', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form without a boundary', '{}', { 'content-type': 'multipart/form-data' }],
    ['an empty body', '', FORM_TYPE],
    ['JSON', '{}', { 'content-type': 'application/json' }],
    ['plain text', 'hello', { 'content-type': 'text/plain' }],
    ['a compressed form', 'hello', { ...FORM_TYPE, 'content-encoding': 'gzip' }],
  ])('%s', async (_fault, body, headers) => {
    await expect(readForm(requestOf(body, headers), limits())).rejects.toMatchObject(invalid)
  })

  it('a body shorter or longer than its Content-Length', async () => {
    const body = encode([image])
    for (const length of [body.length - 1, body.length + 1]) {
      const request = requestOf(inPieces(body, []), { ...FORM_TYPE, 'content-length': String(length) })
      await expect(readForm(request, limits())).rejects.toMatchObject(invalid)
    }
  })

  it('a Content-Length beyond any form, before a byte has come', async () => {
    const never = new ReadableStream({ pull: () => new Promise(() => {}) })
    const request = requestOf(never, { ...FORM_TYPE, 'content-length': '9999999999' })
    await expect(readForm(request, limits())).rejects.toMatchObject({ type: 'payload_too_large' })
  })

  it('a body without an end', async () => {
    const head = encode([image]).subarray(0, -BOUNDARY.length - 8)
    for (const start of [head, Buffer.alloc(0)]) {
      let sent = false
      const endless = new ReadableStream({
        pull(controller) {
          controller.enqueue(sent ? Buffer.alloc(64 * 1024, 'x') : start)
          sent = true
        },
      })
      await expect(readForm(requestOf(endless), limits())).rejects.toMatchObject({
        type: 'payload_too_large',
      })
    }
  })

  it('a body whose sender goes away', async () => {
    const half = encode([image]).subarray(0, 200)
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(half),
      pull: (controller) => controller.error(new Error('aborted')),
    })
    await expect(readForm(requestOf(broken), limits())).rejects.toMatchObject(invalid)
  })
})

describe('whatever comes', () => {
  const name = fc.constantFrom('ref_image', 'input', 'size', '__proto__', 'constructor', 'größe')
  const bytes = fc.uint8Array({ maxLength: 3000 })
  const file = fc.record({ name, filename: fc.constantFrom('a.png', 'b c.mp3', 'ü.wav'), bytes })
  const text = fc.record({
    name,
    bytes: fc.stringMatching(/^[a-z{}":, ]{0,80}$/).map((value) => Buffer.from(value)),
  })
  const parts = fc.uniqueArray(fc.oneof(file, text), { selector: (part) => part.name, maxLength: 4 })
  const cuts = fc.array(fc.nat(), { maxLength: 60 })

  it('the same form is read however its body is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(parts, cuts, async (sent: Part[], cutAt) => {
        const form = await readForm(requestOf(inPieces(encode(sent), cutAt)), limits())
        const names = [...Object.keys(form.fields), ...Object.keys(form.files)]
        expect(names.sort()).toEqual(sent.map((part) => part.name).sort())
        for (const part of sent) {
          if (part.filename === undefined) {
            expect(Object.entries(form.fields)).toContainEqual([
              part.name,
              Buffer.from(part.bytes).toString(),
            ])
            continue
          }
          const read = Object.entries(form.files).find(([each]) => each === part.name)?.[1]
          expect(read).toMatchObject({ bytes: part.bytes.length, sha256: sha256(part.bytes) })
          expect(readFileSync(read?.path ?? '').equals(part.bytes)).toBe(true)
        }
        await discard(form)
      }),
      { numRuns: 150 },
    )
  })

  it('a form that breaks off anywhere is refused, and nothing of it is left', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), cuts, async (sent: Part[], end, cutAt) => {
        const whole = encode(sent)
        // The line break after the last boundary may be missing; nothing else.
        const torn = whole.subarray(0, end % (whole.length - 2))
        await expect(readForm(requestOf(inPieces(torn, cutAt)), limits())).rejects.toMatchObject({
          type: 'invalid_request',
        })
        expect(readdirSync(directory)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('damaged bytes are read or refused, never worse', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(parts, damage, cuts, async (sent: Part[], changes, cutAt) => {
        const body = encode(sent)
        for (const [offset, byte] of changes) body[offset % body.length] = byte
        const outcome = await readForm(requestOf(inPieces(body, cutAt)), limits()).catch((error) => error)
        if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'StudioError' })
        else await discard(outcome)
        expect(readdirSync(directory)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
