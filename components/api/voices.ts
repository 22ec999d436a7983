import type { Voice } from '@/lib/boson/schemas'
import { request, send } from './request'

const schemas = () => import('@/lib/boson/schemas')
const asVoiceList = async () => (await schemas()).voiceListSchema
const asVoice = async () => (await schemas()).voiceSchema

/** A voice made from somebody's clip; `name` is empty where nobody named it. */
export type CustomVoice = { id: string; name: string }

/** The team's custom voices, newest first. */
export async function listCustomVoices(signal?: AbortSignal): Promise<CustomVoice[]> {
  const { data } = await request('/v1/audio/voices', asVoiceList, { signal })
  return data.map(asCustomVoice)
}

/** Keeps a clip as a voice; `said` is what is heard in it. */
export async function addCustomVoice(inputs: {
  name: string
  clip: File
  said: string
}): Promise<CustomVoice> {
  const form = new FormData()
  form.set('ref_audio', inputs.clip)
  form.set('ref_text', inputs.said)
  form.set('description', inputs.name)
  return asCustomVoice(await request('/v1/audio/voices', asVoice, { method: 'POST', body: form }))
}

export async function deleteCustomVoice(id: string): Promise<void> {
  // Sent even where the page is about to go away.
  const init = { method: 'DELETE', keepalive: true }
  await send(`/v1/audio/voices/${encodeURIComponent(id)}`, init)
}

/** A voice as the API has it, by its name for people. */
export function asCustomVoice({ voice, description }: Pick<Voice, 'voice' | 'description'>): CustomVoice {
  return { id: voice, name: description?.trim() ?? '' }
}
