import 'server-only'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Patience } from '@/lib/boson/back-off'
import { BosonClient, type UpstreamVideo } from '@/lib/boson/client'
import { StudioError } from '@/lib/boson/errors'
import { wordSchema } from '@/lib/boson/schemas'
import { PRESET_DESCRIPTIONS } from '@/lib/engine/speech/presets'
import { checkScript } from './boson/check-script'
import { failureOf, isForTheOperator, isSpeechFailure, tellingTheOperator } from './boson/failure'
import { findPoster, finishedVideo, STREAM_GRACE_MS } from './boson/finished'
import type { MediaTools } from './boson/inputs'
import type { LiveRelay } from './boson/live-relay'
import { ModelNames, SPEECH_ALIASES, VIDEO_ALIASES } from './boson/model-names'
import { Orders, voiceOf } from './boson/orders'
import { deadlineMs, pollMs } from './boson/pace'
import { respelled, wordsAsWritten } from './boson/respelled'
import { Speaker, type SpeechFirst } from './boson/spoken-script'
import type { AvatarProvider, Operation, Pace } from './provider'

export type BosonProviderSettings = {
  apiKey: string | undefined
  baseUrl: string
  videoModel: string
  speechModel: string
  speechFirst: SpeechFirst
  /** Of requests that may be sent again. */
  patience?: Patience
  pollMs?: (pace: Pace) => number
}

/** Somebody holds the line while a script is spoken for them. */
const SPEAK_PATIENCE_MS = 30_000

/** What the row keeps of a job. `words`: JSON of the words' times, where the script was spoken before. */
const operationSchema = z.object({
  id: z.string(),
  input: z.enum(['input', 'input_tts']).default('input'),
  words: z.string().nullable().default(null),
})
const wordsSchema = z.array(wordSchema)

/** What is known of a video whose live stream came whole, where the upstream says nothing of it any more. */
const STREAMED = { status: 'completed', progress: 100, error: null, error_type: null } as const
type Seen = Omit<UpstreamVideo, 'id'>

/** Speaks the script first, although nobody asked for that: `input_tts` failed inside. */
const SPEECH_FIRST: Operation = { speech_first: true }

/** Boson, or whatever speaks its API: another studio, for one. */
export function createBosonProvider(settings: BosonProviderSettings, tools: MediaTools): AvatarProvider {
  const { apiKey, baseUrl, patience, speechFirst } = settings
  if (!apiKey) throw new StudioError('invalid_api_key', 'BOSON_API_KEY is not set, so Boson cannot be asked.')
  const client = new BosonClient({ apiKey, baseUrl, patience })
  const videoModels = new ModelNames(settings.videoModel, VIDEO_ALIASES)
  const speechModels = new ModelNames(settings.speechModel, SPEECH_ALIASES)
  const speaker = new Speaker(client, speechModels)
  const orders = new Orders({ client, videoModels, speechModels, speaker, tools, speechFirst })
  /** Live streams that are coming in, or have come in, by the upstream's id. */
  const relays = new Map<string, LiveRelay>()

  async function discardRelay(id: string): Promise<void> {
    const relay = relays.get(id)
    relays.delete(id)
    await relay?.discard()
  }

  /** Null where the upstream knows nothing of the video. */
  function look(id: string, signal: AbortSignal): Promise<Seen | null> {
    return tellingTheOperator(() =>
      client.retrieveVideo(id, signal).catch((error: unknown) => {
        signal.throwIfAborted()
        if (relays.get(id)?.whole()) return STREAMED
        if (error instanceof StudioError && error.type === 'not_found') return null
        throw error
      }),
    )
  }

  return {
    name: 'boson',
    repeatable: false,
    pollMs: settings.pollMs ?? pollMs,
    deadlineMs,

    async voices() {
      return PRESET_DESCRIPTIONS
    },
    async checkScript(script) {
      return checkScript(respelled(script), speechFirst)
    },

    async start(request, { signal, live, plan }) {
      const spokenFirst = plan?.speech_first === true
      const { id, input, words, relay } = await tellingTheOperator(() =>
        orders.place(request, { signal, live, spokenFirst }),
      )
      if (relay) relays.set(id, relay)
      return { id, input, words: words && JSON.stringify(words) }
    },

    async status(operation, signal) {
      const { id, input } = operationSchema.parse(operation)
      const video = await look(id, signal)
      if (video?.status === 'completed') return { state: 'completed' }
      if (video && video.status !== 'failed')
        return { state: 'running', stage: 'upstream', progress: Math.round(video.progress) }
      await discardRelay(id)
      if (!video) return { state: 'lost' }
      const error = failureOf(video.error, video.error_type)
      if (input === 'input_tts' && isSpeechFailure(error)) return { state: 'again', plan: SPEECH_FIRST }
      return { state: 'failed', error }
    },

    async content(operation, signal) {
      const { id, words } = operationSchema.parse(operation)
      const relay = relays.get(id) ?? null
      const download = { client, id, signal }
      try {
        const video = await tellingTheOperator(() => finishedVideo(download, relay))
        try {
          await relay?.ended(STREAM_GRACE_MS)
          const poster = await findPoster(download, tools, video)
          return { video, poster, words: words === null ? null : wordsSchema.parse(JSON.parse(words)) }
        } catch (error) {
          await rm(video, { force: true })
          throw error
        }
      } finally {
        await discardRelay(id)
      }
    },

    // The API has no cancel: what was started there runs on, and nobody fetches it.
    async cancel(operation) {
      await discardRelay(operationSchema.parse(operation).id)
    },

    async speak({ format, stream, timestamps, ...script }, signal) {
      const order = {
        input: respelled(script),
        ...(await voiceOf(tools, script)),
        response_format: format,
        ...(stream && { stream }),
        ...(timestamps && { timestamps }),
      }
      try {
        const { audio, words } = await tellingTheOperator(() =>
          speaker.say(order, { signal, patienceMs: SPEAK_PATIENCE_MS }),
        )
        return { audio, words: wordsAsWritten(words, script) }
      } catch (error) {
        throw asOurFailure(error)
      }
    },
  }
}

/** To whoever asks this studio for speech, trouble between it and its upstream is none of their key or address. */
function asOurFailure(error: unknown): unknown {
  if (!(error instanceof StudioError)) return error
  const { type, message } = error
  const isOurs = type !== 'insufficient_quota' && isForTheOperator(type)
  return isOurs ? new StudioError('upstream_failed', message, { code: type, cause: error }) : error
}
