import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Word } from '@/lib/boson/schemas'
import { decodeRecording } from './audio/decode-audio'
import { WHOLE_WORD } from './speech/alphabet'
import type { Speaker, SpeakOptions } from './speech/speaker'
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

/** What was said, once it is: when each word of it is heard, and all of it where that can be said again in part. */
export type Said = { words: Word[] | null; speech: SpokenPiece | null }

type ScriptOptions = Pick<SpeakOptions, 'voice' | 'reference' | 'pronunciations' | 'seed' | 'signal'>

/**
 * Speaks a script, part after part, so that drawing can begin with its first words.
 * @throws StudioError as `Speaker.pieces`
 */
export async function* speakScript(
  speaker: Speaker,
  script: string,
  options: ScriptOptions,
): AsyncGenerator<SpokenPart, Said> {
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
    if (isHeardOnly(piece)) continue
    yield { sound: piece, mouth: mouth.add(piece), delivery: deliveryOf(joinPieces(pieces)), said }
  }
  const { sampleRate } = pieces[0]
  const speech = joinPieces(pieces)
  const words = wordTimes(script, speech.phones)
  if (isHeardOnly(speech)) {
    yield* hear(speech, { performance: speech.performance, stresses: null })
    return { words, speech: null }
  }
  const silence = { samples: new Float32Array(0), sampleRate }
  yield { sound: silence, mouth: mouth.finish(), delivery: deliveryOf(speech), said: 1 }
  return { words, speech }
}

export function deliveryOf({ phones, performance }: SpokenPiece): Delivery {
  const stressed = phones.filter((phone) => phone.stressed)
  return { performance, stresses: stressed.map(({ start, end }) => (start + end) / 2) }
}

/** An added voice tells nothing of its sounds: when all is said, the lips are heard as those of a recording are. */
function isHeardOnly({ phones }: SpokenPiece): boolean {
  return phones.some(({ symbol }) => symbol === WHOLE_WORD)
}

/** What is known of how people speak in a recording. */
const UNKNOWN: Delivery = { performance: [], stresses: null }

/**
 * Hears a recording, part after part.
 * @throws StudioError as {@link decodeRecording}
 */
export async function* hearRecording(path: string): AsyncGenerator<SpokenPart, Said> {
  yield* hear(await decodeRecording(path), UNKNOWN)
  return { words: null, speech: null }
}

function* hear({ samples, sampleRate }: Sound, delivery: Delivery): Generator<SpokenPart, void> {
  const frames = Math.max(1, Math.ceil((samples.length * FPS) / sampleRate))
  let given = 0
  for (const mouth of mouthFromRecording({ samples, sampleRate }, frames)) {
    const [from, to] = [given, given + mouth.length].map((frame) => (frame * sampleRate) / FPS)
    given += mouth.length
    const sound = { samples: samples.subarray(from, to), sampleRate }
    yield { sound, mouth, delivery, said: given / frames }
  }
}
