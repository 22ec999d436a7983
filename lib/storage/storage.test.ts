import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskStorage } from './disk'
import { createS3Storage } from './s3'
import type { Storage } from './storage'

let directory: string
let server: S3rver
let endpoint: string

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'storage-'))
  const port = await freePort()
  server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(directory, 's3'),
    configureBuckets: [{ name: 'studio', configs: [] }],
  })
  await server.run()
  endpoint = `http://127.0.0.1:${port}`
})

afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return address && typeof address !== 'string' ? address.port : 0
}

const kinds: [string, () => Storage][] = [
  ['disk', () => createDiskStorage(path.join(directory, 'disk'))],
  [
    'S3',
    () =>
      createS3Storage(
        {
          bucket: 'studio',
          endpoint,
          region: 'us-east-1',
          accessKeyId: 'S3RVER',
          secretAccessKey: 'S3RVER',
          forcePathStyle: true,
        },
        path.join(directory, 'temporary'),
      ),
  ],
]

describe.each(kinds)('%s', (_kind, make) => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251))
  const local = () => {
    const file = path.join(directory, `upload-${Math.random()}`)
    writeFileSync(file, bytes)
    return file
  }

  it('keeps a file, whole and in ranges, and takes the local one away', async () => {
    const storage = make()
    const file = local()
    await storage.putFile('videos/a/video.mp4', file, 'video/mp4')
    expect(() => readFileSync(file)).toThrow()
    expect(await storage.size('videos/a/video.mp4')).toBe(bytes.length)
    expect((await buffer(await storage.read('videos/a/video.mp4'))).equals(bytes)).toBe(true)
    const part = await buffer(await storage.read('videos/a/video.mp4', { start: 10, end: 19 }))
    expect(part.equals(bytes.subarray(10, 20))).toBe(true)
    const copy = await storage.localCopy('videos/a/video.mp4')
    expect(readFileSync(copy.path).equals(bytes)).toBe(true)
    await copy.release()
  })

  it('replaces, removes, and knows what is missing', async () => {
    const storage = make()
    await storage.putFile('assets/b', local(), 'image/png')
    await storage.putFile('assets/b', local(), 'image/png')
    await storage.remove('assets/b')
    await storage.remove('assets/b')
    expect(await storage.size('assets/b')).toBeNull()
    await expect(storage.read('assets/b')).rejects.toThrow()
  })
})

it('a key cannot leave the directory', async () => {
  const storage = createDiskStorage(path.join(directory, 'disk'))
  await expect(storage.size('../../etc/passwd')).rejects.toThrow(/key/)
})
