import type { FrontEnd } from '../text/front-end'
import type { AddedVoice } from './added-voice'
import { findEspeakVoices } from './espeak-voices'
import { findPiperVoices, type Warn } from './piper-directory'

type Options = {
  /** Where an operator keeps Piper voices; none where absent. */
  directory?: string
  /** Ids that are taken. */
  taken: readonly string[]
  frontEnd: () => Promise<FrontEnd>
  warn: Warn
}

/** The voices beside the studio's own, looked for once: an operator's Piper voices, then espeak-ng's. */
export class AddedVoices {
  private found?: Promise<readonly AddedVoice[]>

  constructor(private readonly options: Options) {}

  list(): Promise<readonly AddedVoice[]> {
    this.found ??= this.look()
    return this.found
  }

  async find(id: string): Promise<AddedVoice | undefined> {
    return (await this.list()).find((voice) => voice.id === id)
  }

  /** Ids of the voices that speak a language, by its name in English; the best first. */
  async speaking(languageName: string): Promise<string[]> {
    return (await this.list()).filter((voice) => voice.languageName === languageName).map(({ id }) => id)
  }

  private async look(): Promise<AddedVoice[]> {
    const { directory, taken, frontEnd, warn } = this.options
    const espeakVoices = await findEspeakVoices()
    const readers = { frontEnd, espeakInstalled: espeakVoices.length > 0 }
    const piperVoices = directory ? await findPiperVoices(directory, readers, warn) : []
    const known = new Set([...taken, ...espeakVoices.map(({ id }) => id)])
    const named = piperVoices.filter(({ id }) => {
      if (known.has(id))
        warn(`The voice ${id}.onnx is left out: the studio has a voice of that name. Rename it.`)
      return !known.has(id)
    })
    return [...named, ...espeakVoices]
  }
}
