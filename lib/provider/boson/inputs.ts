import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Bytes } from '@/lib/boson/client'
import { MAX_INLINE_BYTES, type Size } from '@/lib/boson/limits'
import type { Crop } from '@/lib/boson/schemas'
import { type AudioContainer, sniffAudio } from '@/lib/engine/audio/sniff-audio'
import { temporaryDirectory } from '@/lib/storage/files'
import type { InputFile } from '../provider'

/** What the engine does to files on their way to an upstream and from it. */
export type MediaTools = {
  /** Writes a picture, or a part of it, with no more pixels than a video of this size can show. */
  shrinkPortrait: (
    path: string,
    size: Size,
    outPath: string,
    crop?: Crop | null,
  ) => Promise<{ contentType: string }>
  /** Writes a recording of any kind in a format of the contract. */
  convertRecording: (path: string, outPath: string) => Promise<{ contentType: string; seconds: number }>
  /** Writes the first picture of a video as JPEG. */
  firstFrame: (videoPath: string, outPath: string) => Promise<void>
}

/** Formats the contract takes, by container; an Ogg file only with Opus in it. */
const ACCEPTED: Partial<Record<AudioContainer, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
}
const HEAD_BYTES = 4096

/** The picture as it is sent: every byte too many is waited for before the first frame. */
export async function loadPortrait(
  tools: MediaTools,
  { path: file }: InputFile,
  { size, crop }: { size: Size; crop: Crop | null },
): Promise<Bytes> {
  return throughTemporaryFile('', async (out) => {
    const { contentType } = await tools.shrinkPortrait(file, size, out, crop)
    return { bytes: await load(out), contentType }
  })
}

/** A recording or clip as it is sent: as it is where the contract takes it so, else converted. */
export async function loadRecording(tools: MediaTools, { path: file }: InputFile): Promise<Bytes> {
  const contentType = await acceptedType(file)
  if (contentType && (await stat(file)).size <= MAX_INLINE_BYTES)
    return { bytes: await load(file), contentType }
  return throughTemporaryFile('', async (out) => {
    const converted = await tools.convertRecording(file, out)
    return { bytes: await load(out), contentType: converted.contentType }
  })
}

/** Path of a new file in the temporary directory. */
export async function temporaryFile(extension: string): Promise<string> {
  await mkdir(temporaryDirectory(), { recursive: true })
  return path.join(temporaryDirectory(), `boson-${randomUUID()}${extension}`)
}

async function throughTemporaryFile<T>(extension: string, work: (file: string) => Promise<T>): Promise<T> {
  const file = await temporaryFile(extension)
  try {
    return await work(file)
  } finally {
    await rm(file, { force: true })
  }
}

async function acceptedType(file: string): Promise<string | null> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    const container = sniffAudio(head)
    if (!container || (container === 'ogg' && !head.includes('OpusHead'))) return null
    return ACCEPTED[container] ?? null
  } finally {
    await handle.close()
  }
}

async function load(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(file))
}
