import { timedSpeechSchema } from '@/lib/boson/schemas'
import type { CreatePronunciation } from '@/lib/pronunciations/schema'
import { json, request } from './request'

/** Speech as the address of a sound that can be played. */
export async function speak(
  input: string,
  voice: string,
  pronunciations: Pick<CreatePronunciation, 'word' | 'said_as'>[] = [],
  signal?: AbortSignal,
): Promise<string> {
  const asked = { input, voice, pronunciations, response_format: 'mp3', timestamps: true }
  const { audio } = await request('/v1/audio/speech', timedSpeechSchema, { ...json('POST', asked), signal })
  return `data:audio/mpeg;base64,${audio}`
}
