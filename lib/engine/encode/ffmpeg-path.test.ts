import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpegPath } from './ffmpeg-path'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ffmpeg-path-'))
})
afterAll(() => rm(dir, { recursive: true }))

const startable = (path: string) => access(path, constants.X_OK)

describe('ffmpegPath', () => {
  it('takes the installed one where it can be started', async () => {
    const installed = await ffmpegPath(dir)
    await startable(installed)
    expect(dirname(installed)).not.toBe(dir)
  })

  it('gives it the exec bit that npm left off', async () => {
    const installed = join(dir, 'installed')
    await writeFile(installed, '#!/bin/sh\n')
    await chmod(installed, 0o644)
    expect(await ffmpegPath(dir, installed)).toBe(installed)
    await startable(installed)
  })

  it.runIf(process.platform === 'linux')('copies it where it cannot be changed', async () => {
    // A file whose mode nobody may change, root included.
    const copy = await ffmpegPath(join(dir, 'cache'), '/proc/sys/kernel/ostype')
    expect(dirname(copy)).toBe(join(dir, 'cache'))
    await startable(copy)
    expect(await ffmpegPath(join(dir, 'cache'), '/proc/sys/kernel/ostype')).toBe(copy)
  })
})
