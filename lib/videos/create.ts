import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'
import { sniffAudio } from '@/lib/engine/audio/sniff-audio'
import { sniffImage } from '@/lib/engine/face/sniff-image'
import { env } from '@/lib/env'
import type { UploadedFile } from '@/lib/http/multipart'
import { provider } from '@/lib/provider/choose'
import { engine } from '@/lib/provider/engine'
import { nudge } from '@/lib/queue/queue'
import { type CheckedAsset, keepAsset } from './assets'
import { type ParsedRequest, parseVideoRequest } from './request'
import { titleOf } from './title'
import { type VideoRow, videoInclude } from './view'

/** The inputs go into storage inside the transaction, and storage may be far away. */
const STORE_TIMEOUT_MS = 60_000

type Checked = { portrait: CheckedAsset; recording: CheckedAsset | null; seconds: number; notices: string[] }

/**
 * Makes a video from the body of `POST /v1/videos`: everything the inputs could be refused for is refused here, before
 * a job exists. Row and job appear in one transaction.
 */
export async function createVideo(caller: Caller, request: Request): Promise<VideoRow> {
  const parsed = await parseVideoRequest(request)
  try {
    const checked = await inspect(parsed)
    return await database().$transaction((transaction) => insert(transaction, caller, parsed, checked), {
      timeout: STORE_TIMEOUT_MS,
    })
  } finally {
    await parsed.cleanUp()
  }
}

async function inspect(parsed: ParsedRequest): Promise<Checked> {
  const [portrait, speech] = await Promise.all([inspectPortrait(parsed.portrait), inspectSpeech(parsed)])
  return { portrait: portrait.asset, notices: portrait.notices, ...speech }
}

/** Refuses what is no PNG, JPEG or WebP with a face; used for a picture alone, too. */
export async function inspectPortrait(file: UploadedFile) {
  const format = sniffImage(await firstBytes(file.path))
  if (!format) {
    throw new StudioError(
      'invalid_image_format',
      'The portrait is not a PNG, JPEG or WebP picture. Save it as one of these and try again.',
      { param: 'ref_image', code: 'unreadable' },
    )
  }
  const report = await engine().inspectPortrait(file.path)
  const { width, height } = report
  const asset: CheckedAsset = { file, kind: 'image', contentType: `image/${format}`, width, height }
  return { asset, report, notices: report.notices }
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

async function inspectSpeech({ speech }: ParsedRequest): Promise<Pick<Checked, 'recording' | 'seconds'>> {
  if (speech.kind === 'script') {
    const { seconds } = await provider(env.provider).checkScript(speech.request)
    return { recording: null, seconds }
  }
  const { file } = speech
  const { seconds } = await engine().inspectRecording(file.path)
  const format = sniffAudio(await firstBytes(file.path))
  const contentType = format ? AUDIO_TYPES[format] : 'application/octet-stream'
  return { recording: { file, kind: 'audio', contentType, seconds }, seconds }
}

async function insert(
  transaction: Transaction,
  caller: Caller,
  parsed: ParsedRequest,
  checked: Checked,
): Promise<VideoRow> {
  const { speech } = parsed
  const portrait = await keepAsset(transaction, caller.teamId, checked.portrait)
  const recording = checked.recording && (await keepAsset(transaction, caller.teamId, checked.recording))
  const video = await transaction.video.create({
    data: {
      id: `video_${randomBytes(12).toString('hex')}`,
      teamId: caller.teamId,
      createdById: caller.userId,
      title: titleOf(
        speech.kind === 'script' ? speech.request.input : null,
        checked.recording?.file.filename ?? null,
      ),
      provider: env.provider,
      model: parsed.model,
      size: parsed.size,
      portraitId: portrait.id,
      recordingId: recording?.id,
      speech: speech.kind === 'script' ? speech.request : undefined,
      seed: randomInt(2 ** 31),
      expectedSeconds: checked.seconds,
      notices: checked.notices,
    },
    include: videoInclude,
  })
  await nudge(transaction, video.id)
  return video
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
