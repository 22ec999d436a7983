import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type StudioVideo, studioVideoSchema } from '@/lib/boson/schemas'
import { PORTRAIT } from './shared'

export type FormFields = {
  image?: string | Blob
  audio?: string | Blob
  text?: string
  voice?: string
  size?: string
}

export type PostOptions = { path?: string; headers?: Record<string, string>; signal?: AbortSignal }

/** `POST /v1/videos`, or to another path, as multipart; strings for image and audio are file names. */
export async function post(
  url: string,
  key: string,
  fields: FormFields,
  { path: route = '/v1/videos', headers = {}, signal }: PostOptions = {},
): Promise<Response> {
  const form = new FormData()
  const { image = PORTRAIT } = fields
  form.set('ref_image', await blob(image), typeof image === 'string' ? path.basename(image) : 'picture')
  if (fields.audio !== undefined) {
    form.set(
      'input',
      await blob(fields.audio),
      typeof fields.audio === 'string' ? path.basename(fields.audio) : 'sound',
    )
  }
  if (fields.text !== undefined) {
    form.set(
      'input_tts',
      JSON.stringify({ input: fields.text, ...(fields.voice && { voice: fields.voice }) }),
    )
  }
  if (fields.size) form.set('size', fields.size)
  return fetch(url + route, {
    method: 'POST',
    headers: { ...bearer(key), ...headers },
    body: form,
    signal,
  })
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

async function blob(source: string | Blob): Promise<Blob> {
  return typeof source === 'string' ? openAsBlob(source) : source
}

export async function createVideo(url: string, key: string, fields: FormFields): Promise<StudioVideo> {
  const response = await post(url, key, fields)
  if (!response.ok) throw new Error(await response.text())
  return studioVideoSchema.parse(await response.json())
}

export async function getVideo(url: string, key: string, id: string): Promise<StudioVideo> {
  return studioVideoSchema.parse(
    await (await fetch(`${url}/v1/videos/${id}`, { headers: bearer(key) })).json(),
  )
}

/** Waits until `until` is true of the video; fails after `seconds`. */
export async function waitFor(
  url: string,
  key: string,
  id: string,
  until: (video: StudioVideo) => boolean = (video) =>
    video.status === 'completed' || video.status === 'failed',
  seconds = 60,
): Promise<StudioVideo> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const video = await getVideo(url, key, id)
    if (until(video)) return video
    if (Date.now() > deadline) throw new Error(`Still not so after ${seconds} s: ${JSON.stringify(video)}`)
    await sleep(100)
  }
}
