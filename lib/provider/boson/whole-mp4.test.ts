import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isWholeMp4 } from './whole-mp4'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'whole-mp4-'))
})
afterAll(() => rm(directory, { recursive: true }))

function box(type: string, bytes: number, long = false): Buffer {
  const head = Buffer.alloc(long ? 16 : 8)
  head.write(type, 4, 'latin1')
  head.writeUInt32BE(long ? 1 : 8 + bytes, 0)
  if (long) head.writeBigUInt64BE(BigInt(16 + bytes), 8)
  return Buffer.concat([head, Buffer.alloc(bytes, bytes)])
}

async function isWhole(bytes: Uint8Array | string): Promise<boolean> {
  const file = path.join(directory, 'film.mp4')
  await writeFile(file, bytes)
  return isWholeMp4(file)
}

it('tells a whole file from any beginning of it', async () => {
  const film = Buffer.concat([box('ftyp', 12), box('moov', 10), box('mdat', 9, true)])
  expect(await isWhole(film)).toBe(true)
  for (let end = 0; end < film.length; end++)
    expect(await isWhole(film.subarray(0, end)), `${end} bytes`).toBe(false)
})

it('takes a last box that goes on to the end of the file, and nothing that is no MP4', async () => {
  const endless = box('mdat', 9)
  endless.writeUInt32BE(0, 0)
  expect(await isWhole(Buffer.concat([box('ftyp', 12), box('moov', 40), endless]))).toBe(true)
  expect(await isWhole(Buffer.concat([box('ftyp', 12), box('moov', 40)]))).toBe(false)
  for (const text of ['', '<html><h1>Bad gateway</h1></html>', '\0\0\0\x07ftyp', '{"error": {}}'])
    expect(await isWhole(text), text).toBe(false)
})
