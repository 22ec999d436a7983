import type { Cue } from '@/lib/boson/schemas'
import type { Captions } from '@/lib/captions/cues'
import { json, request } from './request'

const schemas = () => import('@/lib/captions/cues')
const asCaptions = async () => (await schemas()).captionsSchema

const path = (id: string) => `/v1/videos/${encodeURIComponent(id)}/captions`

export function putCaptions(id: string, cues: Cue[]): Promise<Captions> {
  return request(path(id), asCaptions, { ...json('PUT', { cues }), keepalive: true })
}

/** Back to what the script gives. */
export function resetCaptions(id: string): Promise<Captions> {
  return request(path(id), asCaptions, { method: 'DELETE' })
}
