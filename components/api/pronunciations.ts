import {
  type CreatePronunciation,
  deletedPronunciationSchema,
  type PronunciationView,
  pronunciationListSchema,
  pronunciationSchema,
} from '@/lib/pronunciations/schema'
import { json, request } from './request'

const path = (id: string) => `/v1/pronunciations/${encodeURIComponent(id)}`

/** The team's dictionary, by word. */
export async function listPronunciations(signal?: AbortSignal): Promise<PronunciationView[]> {
  return (await request('/v1/pronunciations', pronunciationListSchema, { signal })).data
}

export function addPronunciation(inputs: CreatePronunciation): Promise<PronunciationView> {
  return request('/v1/pronunciations', pronunciationSchema, json('POST', inputs))
}

export function changePronunciation(id: string, inputs: CreatePronunciation): Promise<PronunciationView> {
  return request(path(id), pronunciationSchema, json('PATCH', inputs))
}

export async function deletePronunciation(id: string): Promise<void> {
  await request(path(id), deletedPronunciationSchema, { method: 'DELETE' })
}
