import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { decodeRecording } from '@/lib/engine/audio/decode-audio'
import type { Phone, Sound } from '@/lib/engine/types'

/** The people recorded here, by the names of their files. */
export const RECORDED = ['allison', 'dashwood'] as const
export type Recorded = (typeof RECORDED)[number]

const phonesSchema = z.array(z.object({ symbol: z.string(), start: z.number(), end: z.number() }))

export const recordingPath = (name: Recorded) => `bench/avatar/recordings/${name}.flac`

/** What a person says, with its phones. */
export async function readRecording(name: Recorded): Promise<{ sound: Sound; phones: Phone[] }> {
  const sound = await decodeRecording(recordingPath(name))
  const phones = await readFile(`bench/avatar/recordings/${name}.json`, 'utf8')
  return { sound, phones: phonesSchema.parse(JSON.parse(phones)) }
}
