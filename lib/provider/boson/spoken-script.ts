import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { BosonClient, Bytes, Sound, SoundOrder } from '@/lib/boson/client'
import { StudioError } from '@/lib/boson/errors'
import { OutcomeUnknown, type RequestOptions } from '@/lib/boson/exchange'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Word } from '@/lib/boson/schemas'
import { LONG_SCRIPT_CHARACTERS, splitScript, spokenCharacters } from '@/lib/boson/split-script'
import { encodeWav } from '@/lib/engine/audio/wav'
import { joinSpeech, SAMPLE_RATE, type SpokenPart } from './join-speech'
import type { ModelNames } from './model-names'

/** Which scripts are spoken by requests of their own, before the video is asked for. */
export type SpeechFirst = 'never' | 'long' | 'always'

/** No language is spoken faster than this, in characters a second: what takes too long even so is not even tried. */
const FASTEST_CHARACTERS_A_SECOND = 30

export function isSpokenFirst(speechFirst: SpeechFirst, text: string): boolean {
  if (speechFirst !== 'long') return speechFirst === 'always'
  return spokenCharacters(text) > LONG_SCRIPT_CHARACTERS
}

/** Throws `audio_too_long` for a script that cannot be said in the time a recording may take. */
export function requireSayable(text: string): void {
  if (spokenCharacters(text) / FASTEST_CHARACTERS_A_SECOND > MAX_AUDIO_SECONDS) throw tooLong()
}

/** A request for speech, but for the model's name. */
type Words = Omit<SoundOrder, 'model'>

/** Speaks with an upstream; remembers what it was refused. */
export class Speaker {
  readonly #client: BosonClient
  readonly #models: ModelNames
  #knowsTimes = true

  constructor(client: BosonClient, models: ModelNames) {
    this.#client = client
    this.#models = models
  }

  /** One request, under whatever name the model has; without word times where the upstream knows no such field. */
  async say(order: Words, options: RequestOptions): Promise<Sound> {
    const ask = (words: Words) =>
      this.#models.ask((model) => this.#client.speech({ ...words, model }, options))
    const { timestamps, ...plain } = order
    if (!timestamps || !this.#knowsTimes) return ask(plain)
    try {
      return await ask(order)
    } catch (error) {
      if (!(error instanceof StudioError) || error.type !== 'invalid_request') throw error
      const sound = await ask(plain)
      this.#knowsTimes = false
      return sound
    }
  }

  /**
   * A script as one recording: spoken in parts short enough to sound well, one after the other, and joined.
   * Throws `audio_too_long` as soon as it is longer than a recording may be.
   */
  async sayAll(
    { input, ...voice }: Omit<Words, 'response_format'>,
    signal: AbortSignal,
  ): Promise<{ recording: Bytes; words: Word[] | null }> {
    requireSayable(input)
    const parts: SpokenPart[] = []
    for (const part of splitScript(input)) {
      const order = { ...voice, input: part, response_format: 'pcm' as const, timestamps: true }
      parts.push(await partOf(await this.say(order, { signal })))
      if (joinSpeech(parts).pcm.length / SAMPLE_RATE > MAX_AUDIO_SECONDS) throw tooLong()
    }
    const { pcm, words } = joinSpeech(parts)
    const samples = Float32Array.from(pcm, (sample) => sample / 32767)
    return {
      recording: { bytes: encodeWav({ samples, sampleRate: SAMPLE_RATE }), contentType: 'audio/wav' },
      words,
    }
  }
}

/** Throws `OutcomeUnknown` where the sound breaks off: it was spoken, and is gone. */
async function partOf({ audio, words }: Sound): Promise<SpokenPart> {
  const bytes = await buffer(audio).catch((cause) => {
    throw new OutcomeUnknown(cause)
  })
  if (bytes.length < 2)
    throw new StudioError('upstream_failed', 'The upstream spoke the script without a sound.')
  const pcm = Int16Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(2 * i))
  return { pcm, words }
}

function tooLong(): StudioError {
  return new StudioError(
    'audio_too_long',
    `The script takes more than ${MAX_AUDIO_SECONDS} seconds to say, and a video holds no more. Shorten it.`,
    { param: 'input_tts' },
  )
}
