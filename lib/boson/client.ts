import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { StudioError } from './errors'
import { Exchange, type ExchangeSettings, type RequestOptions } from './exchange'
import type { Size, SpeechFormat } from './limits'
import { VIDEO_STATUSES } from './limits'
import { type Word, wordSchema } from './schemas'

export type Bytes = { bytes: Uint8Array<ArrayBuffer>; contentType: string }

/** What is to be said, in a voice known by name or in that of a clip: the contract's `CreateSpeechRequest`. */
export type SpeechOrder = {
  model: string
  input: string
  voice?: string
  /** Data URI. */
  ref_audio?: string
  ref_text?: string
}

export type VideoOrder = {
  model: string
  size: Size
  image: Bytes
  /** Exactly one of the two. */
  audio?: Bytes
  speech?: SpeechOrder
}

export type SoundOrder = SpeechOrder & {
  response_format: SpeechFormat
  stream?: boolean
  timestamps?: boolean
}

/** Sound as it comes. Destroying `audio` lets go of the connection; it fails where it breaks off. */
export type Sound = { audio: Readable; words: Word[] | null }

/** A video that was accepted, and its live stream: a fragmented MP4. */
export type StreamedVideo = { id: string; body: ReadableStream<Uint8Array> | null }

/** An answer that describes a video, read with patience: the upstream may know more states and fields, or fewer. */
const videoSchema = z.object({
  id: z.string().regex(/^[\w.:-]{1,200}$/),
  status: z.enum(VIDEO_STATUSES).catch('in_progress'),
  progress: z.coerce.number().min(0).max(100).catch(0),
  error: z.string().nullable().catch(null),
  /** Of another studio. */
  error_type: z.string().nullable().catch(null),
})
export type UpstreamVideo = z.infer<typeof videoSchema>

const timedSchema = z.object({
  audio: z.string().min(1),
  timestamps: z.array(wordSchema).nullish().catch(null),
})

/** The answer to an order waits for what is made first: with a stream that is its first piece. */
const ORDER_HEAD_MS = 120_000
const STREAM_HEAD_MS = 280_000
/** A minute of PCM in base64, with room for five. */
const MAX_TIMED_BYTES = 32 * 1024 * 1024

/** Boson's wire protocol. What is sent again and what never is: see `Exchange`. */
export class BosonClient {
  readonly #exchange: Exchange

  constructor(settings: ExchangeSettings) {
    this.#exchange = new Exchange(settings)
  }

  /** Throws `OutcomeUnknown` where it may have been accepted; with any other error it was not. */
  createVideo(order: VideoOrder, signal: AbortSignal): Promise<UpstreamVideo> {
    const options = { signal, headMs: ORDER_HEAD_MS }
    const take = (answer: Response) => this.#video(answer, signal)
    return this.#exchange.send('/v1/videos', formOf(order), take, options)
  }

  /**
   * Like `createVideo`, with its live stream; resolves with the head of the answer. The body is null where the upstream
   * answered with a Video alone. Null where it has no such route: nothing was accepted.
   */
  async streamVideo(order: VideoOrder, signal: AbortSignal): Promise<StreamedVideo | null> {
    const options = { signal, headMs: STREAM_HEAD_MS }
    const take = async (answer: Response): Promise<StreamedVideo> => {
      const isJson = answer.headers.get('content-type')?.includes('json')
      if (isJson) return { id: (await this.#video(answer, signal)).id, body: null }
      const named = this.#exchange.withoutKey(answer.headers.get('x-video-id') ?? '')
      const id = videoSchema.shape.id.safeParse(named)
      if (id.success) return { id: id.data, body: answer.body }
      await answer.body?.cancel()
      throw new Error('the upstream streams a video that it gave no name')
    }
    try {
      return await this.#exchange.send('/v1/videos/stream', formOf(order), take, options)
    } catch (error) {
      const missing = ['not_found', 'method_not_allowed']
      if (error instanceof StudioError && missing.includes(error.type)) return null
      throw error
    }
  }

  /** Throws `not_found` where the upstream knows no such video. */
  retrieveVideo(id: string, signal: AbortSignal): Promise<UpstreamVideo> {
    const take = (answer: Response) => this.#video(answer, signal)
    return this.#exchange.read(`/v1/videos/${encodeURIComponent(id)}`, take, {
      signal,
      appears: true,
    })
  }

  /**
   * Hands the answer with the MP4, or with another variant the upstream may know, to `take`; asks again where `take`
   * throws. Throws `not_found` for a video that is not there (yet).
   */
  videoContent<T>(
    id: string,
    variant: string,
    take: (answer: Response) => Promise<T>,
    options: RequestOptions,
  ): Promise<T> {
    return this.#exchange.read(
      `/v1/videos/${encodeURIComponent(id)}/content?variant=${variant}`,
      take,
      options,
    )
  }

  /** Throws `OutcomeUnknown` where it may have been spoken and billed; with any other error it was not. */
  speech(order: SoundOrder, options: RequestOptions): Promise<Sound> {
    const { signal } = options
    const take = async (answer: Response): Promise<Sound> => {
      if (!answer.headers.get('content-type')?.includes('json'))
        return { audio: readableOf(answer, signal), words: null }
      const { audio, timestamps } = timedSchema.parse(
        await this.#exchange.json(answer, signal, MAX_TIMED_BYTES),
      )
      return { audio: Readable.from([Buffer.from(audio, 'base64')]), words: timestamps ?? null }
    }
    return this.#exchange.send('/v1/audio/speech', order, take, { headMs: ORDER_HEAD_MS, ...options })
  }

  async #video(answer: Response, signal: AbortSignal): Promise<UpstreamVideo> {
    return videoSchema.parse(await this.#exchange.json(answer, signal))
  }
}

function formOf({ model, size, image, audio, speech }: VideoOrder): FormData {
  const form = new FormData()
  form.set('model', model)
  form.set('size', size)
  form.set('ref_image', new Blob([image.bytes], { type: image.contentType }), 'portrait')
  if (audio) form.set('input', new Blob([audio.bytes], { type: audio.contentType }), 'recording')
  if (speech) form.set('input_tts', JSON.stringify(speech))
  return form
}

/** The DOM's type of a stream and Node's are one class that two type libraries describe. */
function readableOf({ body }: Response, signal: AbortSignal): Readable {
  return body ? Readable.fromWeb(body as NodeReadableStream<Uint8Array>, { signal }) : Readable.from([])
}
