import 'server-only'
import { open } from 'node:fs/promises'
import { StudioError } from '@/lib/boson/errors'
import { type Framing, type PortraitReport, UNFRAMED } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import { sniffAudio } from '@/lib/engine/audio/sniff-audio'
import { isHeic, sniffImage } from '@/lib/engine/face/sniff-image'
import type { UploadedFile } from '@/lib/http/multipart'
import { engine } from '@/lib/provider/engine'
import { assetKey, storage } from '@/lib/storage/files'
import type { CheckedAsset } from './assets'

/** What the engine saw in recent pictures, by sha256 and framing: a page asks before it creates, and people use a portrait again. */
const recent = new Map<string, PortraitReport>()
const MOST_RECENT = 200

async function look(
  { sha256, path }: Pick<UploadedFile, 'sha256' | 'path'>,
  framing: Framing,
): Promise<PortraitReport> {
  const key = `${sha256} ${JSON.stringify(framing)}`
  const report = recent.get(key) ?? (await engine().inspectPortrait(path, framing))
  // Put in anew: the map's order is that of last use.
  recent.delete(key)
  recent.set(key, report)
  if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? '')
  return report
}

/**
 * Refuses what is no PNG, JPEG or WebP with a face, and a framing that leaves the face out. Returns it with what the
 * engine sees in it, or in the part that was asked for.
 */
export async function inspectPortrait(file: UploadedFile, framing: Framing = UNFRAMED) {
  const beginning = await firstBytes(file.path)
  const format = sniffImage(beginning)
  if (!format) {
    throw new StudioError(
      'invalid_image_format',
      isHeic(beginning)
        ? 'The portrait is a HEIC photo, which cannot be read here. Save it as JPEG and try again.'
        : 'The portrait is not a PNG, JPEG or WebP picture. Save it as one of these and try again.',
      { param: 'ref_image', code: 'unreadable' },
    )
  }
  const report = await look(file, framing)
  const width = Math.round(report.width / (framing.crop?.width ?? 1))
  const height = Math.round(report.height / (framing.crop?.height ?? 1))
  const asset: CheckedAsset = { file, kind: 'image', contentType: `image/${format}`, width, height }
  return { asset, report }
}

/** Looks once more at a portrait that is stored, because another part or face of it was asked for. */
export async function inspectStored(assetId: string, framing: Framing): Promise<PortraitReport> {
  const { sha256 } = await database().asset.findUniqueOrThrow({ where: { id: assetId } })
  const { path, release } = await storage().localCopy(assetKey(sha256))
  try {
    return await look({ sha256, path }, framing)
  } finally {
    await release()
  }
}

/** Refuses what is no recording with sound in it, or longer than a video may be. */
export async function inspectRecording(file: UploadedFile): Promise<CheckedAsset & { seconds: number }> {
  const { seconds } = await engine().inspectRecording(file.path)
  return { file, kind: 'audio', contentType: await audioType(file), seconds }
}

/** Refuses a clip whose voice cannot be taken. */
export async function inspectReference(file: UploadedFile): Promise<CheckedAsset> {
  const { seconds } = await engine().inspectReference(file.path)
  return { file, kind: 'audio', contentType: await audioType(file), seconds }
}

const AUDIO_TYPES = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
} as const

async function audioType(file: UploadedFile): Promise<string> {
  const format = sniffAudio(await firstBytes(file.path))
  return format ? AUDIO_TYPES[format] : 'application/octet-stream'
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
