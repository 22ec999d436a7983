import type { Cue } from '@/lib/boson/schemas'
import { type Captions, captionsSchema } from '@/lib/captions/cues'
import { json, request } from './request'

const path = (id: string) => `/v1/videos/${encodeURIComponent(id)}/captions`

export function putCaptions(id: string, cues: Cue[]): Promise<Captions> {
  return request(path(id), captionsSchema, { ...json('PUT', { cues }), keepalive: true })
}

/** Back to what the script gives. */
export function resetCaptions(id: string): Promise<Captions> {
  return request(path(id), captionsSchema, { method: 'DELETE' })
}
