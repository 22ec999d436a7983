import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import ffmpeg from '@ffmpeg-installer/ffmpeg'

/**
 * Path of an ffmpeg that can be started. npm's copy lacks its exec bit where install scripts are blocked; it is
 * then given one, or, where its folder is read-only, copied to `cacheDir`.
 *
 * The build is of 2018: it encodes the engine's own frames and sound and must never open anybody's media.
 */
export async function ffmpegPath(cacheDir: string, installed: string = ffmpeg.path): Promise<string> {
  if (await executable(installed)) return installed
  try {
    await chmod(installed, 0o755)
    return installed
  } catch {
    return copyExecutable(installed, cacheDir)
  }
}

async function copyExecutable(installed: string, cacheDir: string): Promise<string> {
  const copy = join(cacheDir, `ffmpeg-${ffmpeg.version}`)
  if (await executable(copy)) return copy
  await mkdir(cacheDir, { recursive: true })
  const partial = `${copy}.${process.pid}`
  try {
    await copyFile(installed, partial)
    await chmod(partial, 0o755)
    // Renamed when whole: another process never starts half a binary.
    await rename(partial, copy)
  } finally {
    await rm(partial, { force: true })
  }
  return copy
}

async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
