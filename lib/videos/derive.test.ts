import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { storage } from '@/lib/storage/files'
import { type Derivation, derive, isKept, makingOf, stopMaking } from './derive'

const directory = mkdtempSync(path.join(tmpdir(), 'derive-'))
afterAll(() => rmSync(directory, { recursive: true }))

let source: string
let key: string

beforeEach(async () => {
  const name = randomUUID()
  source = `videos/${name}/video.mp4`
  key = `videos/${name}/video.gif`
  const file = path.join(directory, name)
  writeFileSync(file, 'film')
  await storage().putFile(source, file, 'video/mp4')
})

const derivation = (make: Derivation['make']): Derivation => ({ key, source, contentType: 'image/gif', make })

it('a file is made once for all who ask meanwhile, and tells how far it is', async () => {
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const make = vi.fn<Derivation['make']>(async (from, to, { onProgress }) => {
    onProgress(0.4)
    await gate
    await writeFile(to, `${await readFile(from, 'utf8')} as gif`)
  })
  const asked = [derive(derivation(make)), derive(derivation(make))]
  await vi.waitFor(() => expect(makingOf(key)?.progress).toBe(0.4))
  goOn()
  await Promise.all(asked)
  expect(make).toHaveBeenCalledTimes(1)
  expect(makingOf(key)).toBeNull()
  const copy = await storage().localCopy(key)
  expect(await readFile(copy.path, 'utf8')).toBe('film as gif')
  await copy.release()
})

it('one that is stopped leaves nothing, and can be asked for again', async () => {
  const stopped = derive(
    derivation(async (_, to, { signal }) => {
      await writeFile(to, 'half')
      await vi.waitFor(() => expect(signal.aborted).toBe(true))
    }),
  )
  const refused = expect(stopped).rejects.toMatchObject({ type: 'cancelled' })
  await vi.waitFor(() => expect(makingOf(key)).not.toBeNull())
  stopMaking(key)
  await refused
  expect(await isKept(key)).toBe(false)
  await derive(derivation((_, to) => writeFile(to, 'whole')))
  expect(await isKept(key)).toBe(true)
})
