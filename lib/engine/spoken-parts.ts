import { MAX_AUDIO_SECONDS, type Word } from '@/lib/boson/schemas'
import { decodeRecording } from './audio/decode-audio'
import type { Speaker, SpeakOptions } from './speech/speak'
import { joinPieces, type SpokenPiece } from './speech/timeline'
import { wordTimes } from './speech/word-times'
import { type Delivery, FPS, type MouthFrame, type Sound } from './types'
import { GrowingMouth } from './visemes/growing-mouth'
import { mouthFromRecording } from './visemes/mouth-from-recording'

/**
 * A stretch of speech: the sound that goes on from the part before, and what the mouth does in the next frames. Those
 * are never ahead of the sound, but for what is left of the last.
 */
export type SpokenPart = {
  sound: Sound
  mouth: MouthFrame[]
  /** How the speech is said up to the end of this part. */
  delivery: Delivery
  /** Share of the speech that is out with this part, 0…1. */
  said: number
}

type ScriptOptions = Pick<SpeakOptions, 'voice' | 'reference' | 'pronunciations' | 'seed' | 'signal'>

/**
 * Speaks a script, part after part, so that drawing can begin with its first words.
 * @returns when each word is heard
 * @throws StudioError as `Speaker.pieces`
 */
export async function* speakScript(
  speaker: Speaker,
  script: string,
  options: ScriptOptions,
): AsyncGenerator<SpokenPart, Word[]> {
  const pieces: SpokenPiece[] = []
  const mouth = new GrowingMouth()
  let said = 0
  const onProgress = (fraction: number) => {
    said = fraction
  }
  for await (const piece of speaker.pieces(script, {
    ...options,
    maxSeconds: MAX_AUDIO_SECONDS,
    onProgress,
  })) {
    pieces.push(piece)
    yield { sound: piece, mouth: mouth.add(piece), delivery: deliveryOf(joinPieces(pieces)), said }
  }
  const { sampleRate } = pieces[0]
  const speech = joinPieces(pieces)
  const silence = { samples: new Float32Array(0), sampleRate }
  yield { sound: silence, mouth: mouth.finish(), delivery: deliveryOf(speech), said: 1 }
  return wordTimes(script, speech.phones)
}

function deliveryOf({ phones, performance }: SpokenPiece): Delivery {
  const stressed = phones.filter((phone) => phone.stressed)
  return { performance, stresses: stressed.map(({ start, end }) => (start + end) / 2) }
}

/** What is known of how people speak in a recording. */
const UNKNOWN: Delivery = { performance: [], stresses: null }

/**
 * Hears a recording, part after part.
 * @returns null: its words are unknown
 * @throws StudioError as {@link decodeRecording}
 */
export async function* hearRecording(path: string): AsyncGenerator<SpokenPart, null> {
  const { samples, sampleRate } = await decodeRecording(path)
  const frames = Math.max(1, Math.ceil((samples.length * FPS) / sampleRate))
  let given = 0
  for (const mouth of mouthFromRecording({ samples, sampleRate }, frames)) {
    const [from, to] = [given, given + mouth.length].map((frame) => (frame * sampleRate) / FPS)
    given += mouth.length
    const sound = { samples: samples.subarray(from, to), sampleRate }
    yield { sound, mouth, delivery: UNKNOWN, said: given / frames }
  }
  return null
}
