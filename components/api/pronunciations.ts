import type { CreatePronunciation, PronunciationView } from '@/lib/pronunciations/schema'
import { json, request, send } from './request'

const schemas = () => import('@/lib/pronunciations/schema')
const asPronunciationList = async () => (await schemas()).pronunciationListSchema
const asPronunciation = async () => (await schemas()).pronunciationSchema

const path = (id: string) => `/v1/pronunciations/${encodeURIComponent(id)}`

/** The team's dictionary, by word. */
export async function listPronunciations(signal?: AbortSignal): Promise<PronunciationView[]> {
  return (await request('/v1/pronunciations', asPronunciationList, { signal })).data
}

export function addPronunciation(inputs: CreatePronunciation): Promise<PronunciationView> {
  return request('/v1/pronunciations', asPronunciation, json('POST', inputs))
}

export function changePronunciation(id: string, inputs: CreatePronunciation): Promise<PronunciationView> {
  return request(path(id), asPronunciation, json('PATCH', inputs))
}

export async function deletePronunciation(id: string): Promise<void> {
  await send(path(id), { method: 'DELETE' })
}
