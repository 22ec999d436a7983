import 'server-only'
import { open } from 'node:fs/promises'
import { StudioError } from '@/lib/boson/errors'
import type { PortraitReport } from '@/lib/boson/schemas'
import { sniffAudio } from '@/lib/engine/audio/sniff-audio'
import { sniffImage } from '@/lib/engine/face/sniff-image'
import type { UploadedFile } from '@/lib/http/multipart'
import { engine } from '@/lib/provider/engine'
import type { CheckedAsset } from './assets'

/** What the engine saw in recent pictures, by sha256: a page asks before it creates, and people use a portrait again. */
const recent = new Map<string, PortraitReport>()
const MOST_RECENT = 200

async function look({ sha256, path }: UploadedFile): Promise<PortraitReport> {
  const report = recent.get(sha256) ?? (await engine().inspectPortrait(path))
  // Put in anew: the map's order is that of last use.
  recent.delete(sha256)
  recent.set(sha256, report)
  if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? '')
  return report
}

/** Refuses what is no PNG, JPEG or WebP with a face. Returns it with what the engine sees in it. */
export async function inspectPortrait(file: UploadedFile) {
  const format = sniffImage(await firstBytes(file.path))
  if (!format) {
    throw new StudioError(
      'invalid_image_format',
      'The portrait is not a PNG, JPEG or WebP picture. Save it as one of these and try again.',
      { param: 'ref_image', code: 'unreadable' },
    )
  }
  const report = await look(file)
  const { width, height } = report
  const asset: CheckedAsset = { file, kind: 'image', contentType: `image/${format}`, width, height }
  return { asset, report }
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
