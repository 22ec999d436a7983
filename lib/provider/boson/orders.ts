import 'server-only'
import type { BosonClient, SpeechOrder, VideoOrder } from '@/lib/boson/client'
import type { Word } from '@/lib/boson/schemas'
import type { LiveSink, Script, StartOptions, VideoRequest } from '../provider'
import { loadPortrait, loadRecording, type MediaTools } from './inputs'
import { type LiveRelay, relayLive } from './live-relay'
import type { ModelNames } from './model-names'
import { respelled, wordsAsWritten } from './respelled'
import { isSpokenFirst, type Speaker, type SpeechFirst } from './spoken-script'

/** A video that was accepted. */
export type Placed = {
  id: string
  /** What drives it upstream: a recording, or a script that is spoken there. */
  input: 'input' | 'input_tts'
  /** When they are heard, where the script was spoken before. */
  words: Word[] | null
  relay: LiveRelay | null
}

type OrdersOptions = {
  client: BosonClient
  videoModels: ModelNames
  speechModels: ModelNames
  speaker: Speaker
  tools: MediaTools
  speechFirst: SpeechFirst
}

/** An order, but for the names of the models. */
type Parts = Pick<VideoOrder, 'size' | 'image' | 'audio'> & { speech?: Omit<SpeechOrder, 'model'> }

/** Orders videos of an upstream: prepares what is sent, and sends it once. */
export class Orders {
  readonly #options: OrdersOptions

  constructor(options: OrdersOptions) {
    this.#options = options
  }

  /**
   * @param spokenFirst speak a script by requests of its own, whatever the settings say
   * @throws `OutcomeUnknown` where it may have been accepted; with any other error it was not
   */
  async place(
    { portrait, framing, size, speech }: VideoRequest,
    { live, signal, spokenFirst }: Pick<StartOptions, 'live' | 'signal'> & { spokenFirst: boolean },
  ): Promise<Placed> {
    const image = await loadPortrait(this.#options.tools, portrait, { size, crop: framing.crop })
    signal.throwIfAborted()
    const { words, ...said } = await this.#speechOf(speech, spokenFirst, signal)
    const parts = { size, image, ...said }
    const { videoModels, speechModels } = this.#options
    const sent = await videoModels.ask((model) => {
      if (!said.speech) return this.#send({ ...parts, speech: undefined, model }, live, signal)
      const { speech } = said
      return speechModels.ask((name) =>
        this.#send({ ...parts, model, speech: { ...speech, model: name } }, live, signal),
      )
    })
    return { ...sent, input: said.audio ? 'input' : 'input_tts', words }
  }

  async #speechOf(
    speech: VideoRequest['speech'],
    spokenFirst: boolean,
    signal: AbortSignal,
  ): Promise<Pick<Parts, 'audio' | 'speech'> & { words: Word[] | null }> {
    const { tools, speaker, speechFirst } = this.#options
    if (speech.kind === 'recording') return { audio: await loadRecording(tools, speech.file), words: null }
    const script = { input: respelled(speech), ...(await voiceOf(tools, speech)) }
    if (!spokenFirst && !isSpokenFirst(speechFirst, script.input)) return { speech: script, words: null }
    const { recording, words } = await speaker.sayAll(script, signal)
    return { audio: recording, words: wordsAsWritten(words, speech) }
  }

  /** With the live stream where somebody watches and the upstream has one. */
  async #send(
    video: VideoOrder,
    live: LiveSink | null,
    signal: AbortSignal,
  ): Promise<Pick<Placed, 'id' | 'relay'>> {
    const { client } = this.#options
    const streamed = live && (await client.streamVideo(video, signal))
    if (!live || !streamed) return { id: (await client.createVideo(video, signal)).id, relay: null }
    const { id, body } = streamed
    return { id, relay: body && (await relayLive(body, live, signal)) }
  }
}

/** A preset or whatever name the upstream may know; a clip travels along with each request instead. */
export async function voiceOf(
  tools: MediaTools,
  { voice, reference }: Pick<Script, 'voice' | 'reference'>,
): Promise<Pick<SpeechOrder, 'voice' | 'ref_audio' | 'ref_text'>> {
  if (!reference) return { voice }
  const { bytes, contentType } = await loadRecording(tools, reference.clip)
  const ref_audio = `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`
  return { ref_audio, ...(reference.text !== null && { ref_text: reference.text }) }
}
