import { StudioError } from '@/lib/boson/errors'
import { MAX_AT_ONCE, type Size } from '@/lib/boson/limits'
import type { Framing, PortraitReport, StudioVideo, Version, VideoList } from '@/lib/boson/schemas'
import type { LabelList, UpdateVideo, UpdateVideos } from '@/lib/videos/filing-schema'
import { connectionWords } from '@/lib/words/connection'
import { pageWords } from '@/lib/words/page-words'
import { json, readAnswer, request, send, unreachable } from './request'

const schemas = () => import('@/lib/boson/schemas')
const asPortraitReport = async () => (await schemas()).portraitReportSchema
const asStudioVideo = async () => (await schemas()).studioVideoSchema
const asVersionList = async () => (await schemas()).versionListSchema
const asVideoList = async () => (await schemas()).videoListSchema
const filing = () => import('@/lib/videos/filing-schema')
const asUpdatedVideos = async () => (await filing()).updatedVideosSchema
const asLabelList = async () => (await filing()).labelListSchema

export type Engine = StudioVideo['provider']

export type VideoInputs = {
  portrait: File
  framing: Framing
  speech: { kind: 'script'; text: string; voice: string } | { kind: 'recording'; file: File }
  size: Size
  engine: Engine
  /** The video it is another version of, if it is one. */
  versionOf: string | null
}

const path = (id: string, rest = '') => `/v1/videos/${encodeURIComponent(id)}${rest}`

export type Variant =
  | 'video'
  | 'poster'
  | 'portrait'
  | 'thumbnail'
  | 'previews'
  | 'audio'
  | 'gif'
  | 'captioned'
  | 'captions.vtt'
  | 'captions.srt'

/** Where one of a video's files is served. `portrait` is the uploaded picture and there from the start. */
export function contentUrl(id: string, variant: Variant): string {
  return path(id, `/content?variant=${variant}`)
}

/** Where a video can be watched while it is made. */
export function liveUrl(id: string): string {
  return path(id, '/live')
}

/** A new name for one wish. (`crypto.randomUUID` is not there on plain http.) */
export function idempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('')
}

/**
 * Sends the inputs; `onSent` hears the fraction uploaded so far, 0…1. The same `key` again makes no second video.
 * Throws `StudioError`, `cancelled` on abort.
 */
export function createVideo(
  inputs: VideoInputs,
  { key, onSent, signal }: { key: string; onSent: (fraction: number) => void; signal: AbortSignal },
): Promise<StudioVideo> {
  const form = new FormData()
  form.set('ref_image', inputs.portrait)
  form.set('size', inputs.size)
  form.set('provider', inputs.engine)
  if (inputs.versionOf !== null) form.set('version_of', inputs.versionOf)
  const { crop, face } = inputs.framing
  if (crop) form.set('crop', JSON.stringify(crop))
  if (face) form.set('face', JSON.stringify(face))
  if (inputs.speech.kind === 'recording') form.set('input', inputs.speech.file)
  else form.set('input_tts', JSON.stringify({ input: inputs.speech.text, voice: inputs.speech.voice }))

  // XMLHttpRequest, because fetch does not report how much of a body has been sent.
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', '/v1/videos')
    xhr.setRequestHeader('idempotency-key', key)
    xhr.responseType = 'json'
    xhr.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    xhr.onerror = () => reject(unreachable())
    xhr.onabort = () => reject(new StudioError('cancelled', pageWords(connectionWords).stopped))
    xhr.onload = () => {
      try {
        resolve(readAnswer(xhr.status, xhr.response, asStudioVideo))
      } catch (error) {
        reject(error)
      }
    }
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(form)
  })
}

export function getVideo(id: string, signal?: AbortSignal): Promise<StudioVideo> {
  return request(path(id), asStudioVideo, { signal })
}

/** All versions of one video, the newest first. */
export async function listVersions(id: string, signal?: AbortSignal): Promise<Version[]> {
  return (await request(path(id, '/versions'), asVersionList, { signal })).data
}

/** Which videos a list shows, in the words of `GET /v1/videos`. */
export type ListQuery = Record<string, string>

const PAGE = '48'

/** One page of videos, newest first; `after` is the `next_cursor` of the page before. */
export function listVideos(query: ListQuery, after: string | null, signal?: AbortSignal): Promise<VideoList> {
  const asked = new URLSearchParams({ limit: PAGE, ...query, ...(after && { after }) })
  return request(`/v1/videos?${asked}`, asVideoList, { signal })
}

export function updateVideo(id: string, change: UpdateVideo): Promise<StudioVideo> {
  return request(path(id), asStudioVideo, json('PATCH', change))
}

/** Changes any number of videos, `MAX_AT_ONCE` in a request, and answers with those there are. */
export async function updateVideos({ ids, ...change }: UpdateVideos): Promise<StudioVideo[]> {
  const updated: StudioVideo[] = []
  for (let at = 0; at < ids.length; at += MAX_AT_ONCE) {
    const some = { ids: ids.slice(at, at + MAX_AT_ONCE), ...change }
    updated.push(...(await request('/v1/videos', asUpdatedVideos, json('PATCH', some))).data)
  }
  return updated
}

/** The tags or the folders of the team's videos. */
export function listLabels(which: 'tags' | 'folders', signal?: AbortSignal): Promise<LabelList> {
  return request(`/v1/${which}`, asLabelList, { signal })
}

/** Puts it into the bin, from which it can be restored for 30 days. */
export async function deleteVideo(id: string): Promise<void> {
  await send(path(id), { method: 'DELETE' })
}

export async function deletePermanently(id: string): Promise<void> {
  await send(path(id, '?permanently=true'), { method: 'DELETE' })
}

export function restoreVideo(id: string): Promise<StudioVideo> {
  return request(path(id, '/restore'), asStudioVideo, { method: 'POST' })
}

export function cancelVideo(id: string): Promise<StudioVideo> {
  return request(path(id, '/cancel'), asStudioVideo, { method: 'POST' })
}

/** A new version that says `script`; the same `key` again makes no second one. */
export function editVideo(id: string, script: string, key: string): Promise<StudioVideo> {
  const asked = json('POST', { input: script })
  return request(path(id, '/edits'), asStudioVideo, {
    ...asked,
    headers: { ...asked.headers, 'idempotency-key': key },
  })
}

/** A new version from the same inputs by another engine; the same `key` again makes no second one. */
export function remakeVideo(id: string, engine: Engine, key: string): Promise<StudioVideo> {
  const asked = json('POST', { provider: engine })
  return request(path(id, '/remix'), asStudioVideo, {
    ...asked,
    headers: { ...asked.headers, 'idempotency-key': key },
  })
}

export function retryVideo(id: string): Promise<StudioVideo> {
  return request(path(id, '/retry'), asStudioVideo, { method: 'POST' })
}

/** Finds the face to animate, or throws the `StudioError` that says why the photo will not do. */
export function checkPortrait(file: File, signal?: AbortSignal): Promise<PortraitReport> {
  const form = new FormData()
  form.set('ref_image', file)
  return request('/v1/portraits/check', asPortraitReport, { method: 'POST', body: form, signal })
}
