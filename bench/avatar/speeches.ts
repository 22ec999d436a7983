import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeWav } from '@/lib/engine/audio/wav'
import { PRESETS } from '@/lib/engine/speech/presets'
import type { Speaker } from '@/lib/engine/speech/speaker'
import type { Phone, Speech } from '@/lib/engine/types'
import { runFfmpeg } from '../engine/encoder-alone'
import { RECORDED, readRecording, recordingPath } from './recordings/read-recording'

/** Eighteen closures, and every vowel. */
const TEXT =
  'My mother bought a big blue box of paper maps, but they were never used. ' +
  'Five boys laughed as she showed them a warm room by the farm. Now please stop, and keep calm.'
export const SEED = 1

/** The engine knows the words; hears its own voice as an MP3; hears a person it never heard before. */
export const DRIVERS = ['script', 'recording', 'person'] as const
export type Driver = (typeof DRIVERS)[number]

/** Something to say, and the phones that are heard in it. */
export type KnownSpeech = { voice: string; driver: Driver; speech: Speech; phones: readonly Phone[] }

/** A preset voice saying the bench's text: as a script, and the same sound as a recording written to `directory`. */
export async function speechesOf(
  voice: string,
  { speaker, ffmpeg, directory }: { speaker: Speaker; ffmpeg: string; directory: string },
): Promise<KnownSpeech[]> {
  const { phones, ...sound } = await speaker.speak(TEXT, { voice, seed: SEED })
  const path = join(directory, `${voice}.mp3`)
  await writeFile(join(directory, 'speech.wav'), encodeWav(sound))
  await runFfmpeg(ffmpeg, '-i', join(directory, 'speech.wav'), '-b:a', '64k', path)
  return [
    { voice, driver: 'script', speech: { kind: 'script', text: TEXT, voice }, phones },
    { voice, driver: 'recording', speech: { kind: 'recording', path }, phones },
  ]
}

/** The recordings of people (`recordings/README.md`), by name. */
export async function recordedPeople(): Promise<KnownSpeech[]> {
  return Promise.all(
    RECORDED.map(async (voice): Promise<KnownSpeech> => {
      const { phones } = await readRecording(voice)
      return { voice, driver: 'person', speech: { kind: 'recording', path: recordingPath(voice) }, phones }
    }),
  )
}

/** Ids of all preset voices. */
export const VOICES = PRESETS.map(({ id }) => id)
