import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { streamToFile } from './stream-to-file'

const directory = mkdtempSync(path.join(tmpdir(), 'stream-to-file-'))
const file = path.join(directory, 'body')

afterAll(() => rmSync(directory, { recursive: true, force: true }))

const refuse = () => new Transform({ transform: (_chunk, _encoding, done) => done(new Error('refused')) })

test('the whole body lies in the file', async () => {
  await streamToFile(Readable.from([Buffer.from('half '), Buffer.from('and half')]), file)
  expect(readFileSync(file, 'utf8')).toBe('half and half')
  rmSync(file)
})

test('a body that breaks off leaves nothing behind, however early it does', async () => {
  const names = Array.from({ length: 50 }, (_, index) => path.join(directory, String(index)))
  async function* breaksOff() {
    yield Buffer.from('half')
    throw new Error('broke off')
  }
  await expect(streamToFile(breaksOff(), file)).rejects.toThrow('broke off')
  await expect(streamToFile(Readable.from(['x']), file, { through: refuse() })).rejects.toThrow('refused')
  // Before the file could even be opened.
  const stopped = { signal: AbortSignal.abort() }
  await Promise.allSettled(names.map((name) => streamToFile(Readable.from(['x']), name, stopped)))
  expect(readdirSync(directory)).toEqual([])
})

test('an abort ends it, and leaves nothing behind', async () => {
  const stop = new AbortController()
  const never = new Readable({ read() {} })
  never.push('half')
  setTimeout(() => stop.abort(), 20)
  await expect(streamToFile(never, file, { signal: stop.signal })).rejects.toThrow(/abort/i)
  expect(existsSync(file)).toBe(false)
})
