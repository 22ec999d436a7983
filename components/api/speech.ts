import type { CreatePronunciation } from '@/lib/pronunciations/schema'
import { json, request } from './request'
import type { Engine } from './videos'

const schemas = () => import('@/lib/boson/schemas')
const asTimedSpeech = async () => (await schemas()).timedSpeechSchema

/** Speech as the address of a sound that can be played. */
export async function speak(
  input: string,
  voice: string,
  pronunciations: Pick<CreatePronunciation, 'word' | 'said_as'>[] = [],
  signal?: AbortSignal,
  engine?: Engine,
): Promise<string> {
  const asked = {
    input,
    voice,
    pronunciations,
    response_format: 'mp3',
    timestamps: true,
    provider: engine,
  }
  const { audio } = await request('/v1/audio/speech', asTimedSpeech, { ...json('POST', asked), signal })
  return `data:audio/mpeg;base64,${audio}`
}
