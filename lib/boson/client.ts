import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type ErrorType, errorBodySchema, isErrorType, StudioError } from './errors'
import { type Video, videoSchema } from './schemas'

export type BosonSettings = { apiKey: string; baseUrl: string }

export type CreateVideoParts = {
  model: string
  size: string
  image: { bytes: Uint8Array<ArrayBuffer>; contentType: string }
  /** Exactly one of the two. */
  audio?: { bytes: Uint8Array<ArrayBuffer>; contentType: string }
  speech?: { input: string; voice: string; model: string }
}

/** Tries of a read before giving up, and the longest wait between two. */
const READ_TRIES = 5
const LONGEST_WAIT_S = 30
const REQUEST_TIMEOUT_MS = 60_000
const CONTENT_TIMEOUT_MS = 300_000

/** A `POST` that may have been accepted although no answer came: it must never be sent again by itself. */
export class OutcomeUnknown extends StudioError {
  constructor(cause: unknown) {
    super(
      'outcome_unknown',
      'The connection to the upstream broke before it answered, so this video may or may not have been accepted and billed. Look at your account there before you try again.',
      { cause },
    )
  }
}

const tolerantVideo = videoSchema.extend({
  // An unknown status counts as pending: the upstream may learn new words.
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']).catch('in_progress'),
  progress: z.number().catch(0),
  error: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
})

/** Boson's wire protocol. The key goes to the configured origin only: redirects are not followed. */
export class BosonClient {
  constructor(private readonly settings: BosonSettings) {}

  /** Throws `OutcomeUnknown` where the request was sent and no answer came. Never repeats itself once sent. */
  async createVideo(parts: CreateVideoParts, signal: AbortSignal): Promise<Video> {
    const form = new FormData()
    form.set('model', parts.model)
    form.set('size', parts.size)
    form.set('ref_image', new Blob([parts.image.bytes], { type: parts.image.contentType }), 'portrait')
    if (parts.audio)
      form.set('input', new Blob([parts.audio.bytes], { type: parts.audio.contentType }), 'recording')
    if (parts.speech) form.set('input_tts', JSON.stringify(parts.speech))
    for (let attempt = 1; ; attempt++) {
      const response = await this.post('/v1/videos', form, signal)
      if (response.ok) return tolerantVideo.parse(await response.json())
      const error = await readError(response)
      // Busy means refused: nothing was accepted, so asking again is safe.
      const busy = error.type === 'all_replicas_busy' || error.type === 'rate_limit_exceeded'
      if (!busy || attempt === READ_TRIES) throw error
      await sleep(waitSeconds(attempt, error.retryAfter) * 1000, undefined, { signal })
    }
  }

  async retrieveVideo(id: string, signal: AbortSignal): Promise<Video> {
    const response = await this.read(`/v1/videos/${encodeURIComponent(id)}`, signal, REQUEST_TIMEOUT_MS)
    return tolerantVideo.parse(await response.json())
  }

  /** The MP4's bytes, or those of another variant the upstream may know. */
  async videoContent(id: string, variant: string, signal: AbortSignal): Promise<Response> {
    return this.read(
      `/v1/videos/${encodeURIComponent(id)}/content?variant=${variant}`,
      signal,
      CONTENT_TIMEOUT_MS,
    )
  }

  private async post(path: string, body: FormData, signal: AbortSignal): Promise<Response> {
    try {
      return await this.request(path, { method: 'POST', body, signal }, REQUEST_TIMEOUT_MS)
    } catch (error) {
      if (refusedToConnect(error)) throw unreachable(error)
      throw new OutcomeUnknown(error)
    }
  }

  /** A GET, repeated with back-off on lost connections, 429 and 5xx. */
  private async read(path: string, signal: AbortSignal, timeoutMs: number): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.request(path, { signal }, timeoutMs).catch((error: unknown) =>
        unreachable(error),
      )
      if (outcome instanceof Response && outcome.ok) return outcome
      const error = outcome instanceof Response ? await readError(outcome) : outcome
      signal.throwIfAborted()
      const passing = error.type === 'upstream_failed' || error.retryAfter !== undefined
      if (!passing || error.type === 'insufficient_quota' || attempt === READ_TRIES) throw error
      await sleep(waitSeconds(attempt, error.retryAfter) * 1000, undefined, { signal })
    }
  }

  private request(path: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs)
    return fetch(`${this.settings.baseUrl}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { authorization: `Bearer ${this.settings.apiKey}` },
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    })
  }
}

/** Retry-After where given, else exponential from half a second with jitter; capped. */
function waitSeconds(attempt: number, retryAfter: number | undefined): number {
  const backoff = 0.5 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2)
  return Math.min(LONGEST_WAIT_S, retryAfter ?? backoff)
}

/** True where the connection was never made, so nothing can have been accepted. */
function refusedToConnect(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)
}

function unreachable(cause: unknown): StudioError {
  return new StudioError(
    'upstream_failed',
    'The upstream video service cannot be reached. Try again in a moment.',
    { cause },
  )
}

/** FastAPI's own shape, which a 422 may carry instead. */
const detailSchema = z.object({ detail: z.unknown() })

/** The error of an answer: the body's where it has one, else by status. */
export async function readError(response: Response): Promise<StudioError> {
  const body: unknown = await response.json().catch(() => null)
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const known = errorBodySchema.safeParse(body)
  if (known.success) {
    const { message, type, param, code } = known.data.error
    return new StudioError(isErrorType(type) ? type : typeOfStatus(response.status), message, {
      param,
      code,
      retryAfter,
    })
  }
  const detail = detailSchema.safeParse(body)
  const message = detail.success
    ? `The upstream refused the request: ${JSON.stringify(detail.data.detail).slice(0, 300)}`
    : `The upstream answered ${response.status} without saying why.`
  return new StudioError(typeOfStatus(response.status), message, { retryAfter })
}

function typeOfStatus(status: number): ErrorType {
  if (status === 401) return 'invalid_api_key'
  if (status === 403) return 'permission_denied'
  if (status === 404) return 'not_found'
  if (status === 413) return 'payload_too_large'
  if (status === 429) return 'rate_limit_exceeded'
  return status >= 500 || status < 400 ? 'upstream_failed' : 'invalid_request'
}
