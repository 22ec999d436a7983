import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { discard, readForm } from './multipart'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'multipart-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true, force: true })
})

const limits = () => ({ directory, maxFileBytes: 100_000, maxFieldBytes: 100 })
const requestOf = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://studio/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

it('spools files to disk with size and hash, and reads fields', async () => {
  const bytes = randomBytes(70_000)
  const form = new FormData()
  form.set('size', '640x640')
  form.set('ref_image', new Blob([bytes]), 'me.png')
  const read = await readForm(requestOf(form), limits())
  expect(read.fields).toEqual({ size: '640x640' })
  const file = read.files.ref_image
  expect(file).toMatchObject({
    bytes: 70_000,
    filename: 'me.png',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(readFileSync(file?.path ?? '').equals(bytes)).toBe(true)
  await discard(read)
  expect(readdirSync(directory)).toEqual([])
})

it('refuses a file over the limit, names it, and leaves nothing on disk', async () => {
  const form = new FormData()
  form.set('input', new Blob([randomBytes(100_001)]), 'long.mp3')
  await expect(readForm(requestOf(form), limits())).rejects.toMatchObject({
    type: 'payload_too_large',
    param: 'input',
  })
  expect(readdirSync(directory)).toEqual([])
})

it('refuses a repeated field', async () => {
  const form = new FormData()
  form.append('size', '640x640')
  form.append('size', '640x480')
  await expect(readForm(requestOf(form), limits())).rejects.toMatchObject({
    type: 'invalid_request',
    param: 'size',
  })
})

it('refuses a body that breaks off in the middle of a file, and leaves nothing on disk', async () => {
  const head = '--x\r\ncontent-disposition: form-data; name="ref_image"; filename="a.png"\r\n\r\n'
  const request = requestOf(`${head}half a picture`, { 'content-type': 'multipart/form-data; boundary=x' })
  await expect(readForm(request, limits())).rejects.toMatchObject({ type: 'invalid_request' })
  expect(readdirSync(directory)).toEqual([])
})

it('refuses what is no form at all', async () => {
  const request = requestOf('{}', { 'content-type': 'multipart/form-data' })
  await expect(readForm(request, limits())).rejects.toMatchObject({ type: 'invalid_request' })
})
