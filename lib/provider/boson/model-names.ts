import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { SPEECH_MODEL, VIDEO_MODEL } from '@/lib/boson/limits'

/** Names the models were seen under: they drift. */
export const VIDEO_ALIASES = [VIDEO_MODEL]
export const SPEECH_ALIASES = [SPEECH_MODEL, 'higgs-audio-v3-tts', 'higgs-tts-v3']

/** Names one model may have upstream, and which of them was right last. */
export class ModelNames {
  #names: string[]

  constructor(configured: string, aliases: readonly string[]) {
    this.#names = [...new Set([configured, ...aliases])]
  }

  /**
   * Does `ask` under the name that was right last, and where that is refused as unknown, under each other once.
   * Throws the first refusal where all are refused, and at once whatever else `ask` throws.
   */
  async ask<T>(ask: (name: string) => Promise<T>): Promise<T> {
    let first: unknown
    for (const name of this.#names) {
      try {
        const answer = await ask(name)
        this.#names = [name, ...this.#names.filter((other) => other !== name)]
        return answer
      } catch (error) {
        if (!isUnknown(name, error)) throw error
        first ??= error
      }
    }
    throw first
  }
}

/** An order names a model for the picture and one for the speech: the refusal says which it is about, or nothing. */
function isUnknown(name: string, error: unknown): boolean {
  if (!(error instanceof StudioError) || error.type !== 'model_not_found') return false
  const others = [...VIDEO_ALIASES, ...SPEECH_ALIASES].filter((other) => other !== name)
  return error.message.includes(name) || !others.some((other) => error.message.includes(other))
}
