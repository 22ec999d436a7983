import 'server-only'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Storage } from './storage'

/** Files below `root`. A file appears under its key by rename, so it is there whole or not at all. */
export function createDiskStorage(root: string): Storage {
  const locate = (key: string) => {
    const file = path.join(/* turbopackIgnore: true */ root, key)
    if (!file.startsWith(root + path.sep)) throw new Error(`Not a storage key: ${key}`)
    return file
  }
  const size = async (key: string) => {
    const found = await stat(locate(key)).catch(() => null)
    return found?.isFile() ? found.size : null
  }
  return {
    async putFile(key, file) {
      const target = locate(key)
      await mkdir(path.dirname(target), { recursive: true })
      await rename(file, target).catch(() => copyInto(file, target))
    },
    size,
    async read(key, range) {
      if ((await size(key)) === null) throw new Error(`Nothing is stored under ${key}.`)
      return createReadStream(locate(key), range)
    },
    async localCopy(key) {
      return { path: locate(key), release: async () => {} }
    },
    async remove(key) {
      await rm(locate(key), { force: true })
    },
  }
}

/** For a temporary directory on another disk, where a rename is refused. */
async function copyInto(file: string, target: string): Promise<void> {
  const partial = `${target}.${process.pid}.partial`
  await copyFile(file, partial, constants.COPYFILE_FICLONE)
  await rename(partial, target)
  await rm(file, { force: true })
}
