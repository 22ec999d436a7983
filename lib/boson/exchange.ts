import { setTimeout as sleep } from 'node:timers/promises'
import { backOffMs, type Patience } from './back-off'
import { type BodyLimits, bytesOf, textAsFarAsItCame } from './body'
import { errorOfAnswer } from './error-answer'
import { StudioError } from './errors'

export type ExchangeSettings = {
  apiKey: string
  /** Where requests go, and nowhere else: redirects are answers like any other. No trailing slash. */
  baseUrl: string
  patience?: Patience
}

export type RequestOptions = {
  signal: AbortSignal
  /** Milliseconds to the answer's header. */
  headMs?: number
  /** Milliseconds after which a request that may be sent again is given up. */
  patienceMs?: number
  /** A read of something that ought to be there: a 404 may pass. */
  appears?: boolean
}

/** A `POST` that may have been accepted although nothing says so: it must never be sent again by itself. */
export class OutcomeUnknown extends StudioError {
  constructor(cause: unknown) {
    super(
      'outcome_unknown',
      'The upstream gave no clear answer to the order, so it may or may not have been accepted and billed. Look at your account there before you try again.',
      { cause },
    )
  }
}

const PATIENCE: Patience = { firstMs: 500, longestMs: 30_000, totalMs: 5 * 60_000, missingMs: 15_000 }
const HEAD_MS = 60_000
const BODY_LIMITS: BodyLimits = { quietMs: 30_000, totalMs: 120_000 }
/** Read of an answer that says what went wrong, and of one that describes a video. */
const MAX_TEXT_BYTES = 64 * 1024

/** What came of one try: `again` says that sending the same once more is safe and may help. */
type Outcome<T> = { ok: true; value: T } | { ok: false; error: StudioError; again: boolean }

/**
 * Requests to one upstream with its key. Decides once, for every route, what is sent again: reads that failed in
 * passing, and orders only where it is certain that they were not accepted. The key is on no object and in no error;
 * where the upstream repeats it, it is taken out of what it says.
 */
export class Exchange {
  readonly #apiKey: string
  readonly #baseUrl: string
  readonly #patience: Patience

  /** Throws `invalid_api_key` for a key that no header can carry: `fetch` would repeat it in its complaint. */
  constructor({ apiKey, baseUrl, patience = PATIENCE }: ExchangeSettings) {
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new StudioError(
        'invalid_api_key',
        'BOSON_API_KEY is not a key: it is empty, or has spaces or signs that no key has.',
      )
    }
    this.#apiKey = apiKey
    this.#baseUrl = baseUrl
    this.#patience = patience
  }

  /**
   * A `GET` and what `take` makes of its answer, both again on lost connections, 429 and 5xx, and where `take` throws.
   * Throws what the upstream said last.
   */
  read<T>(path: string, take: (answer: Response) => Promise<T>, options: RequestOptions): Promise<T> {
    let missingUntil = options.appears ? Number.POSITIVE_INFINITY : 0
    return this.#patiently(options, async () => {
      const answer = await this.#request(path, { method: 'GET' }, options).catch(unreachable)
      if (answer instanceof StudioError) return { ok: false, error: answer, again: true }
      if (!answer.ok) {
        const error = await this.#errorOf(answer, options.signal)
        const isMissing = answer.status === 404
        if (isMissing) missingUntil = Math.min(missingUntil, performance.now() + this.#patience.missingMs)
        const isLate = isMissing && performance.now() < missingUntil
        return { ok: false, error, again: isLate || passing(answer.status, error) }
      }
      try {
        return { ok: true, value: await take(answer) }
      } catch (cause) {
        return { ok: false, error: cause instanceof StudioError ? cause : unusable(cause), again: true }
      }
    })
  }

  /**
   * A `POST` and what `take` makes of its answer. Sent again only where no connection was made or the upstream said
   * that it is busy. Throws `OutcomeUnknown` where it may have been accepted: the answer was lost, is a failure of the
   * server, or says nothing `take` can use. Any other error means that nothing was accepted.
   */
  send<T>(
    path: string,
    body: FormData | object,
    take: (answer: Response) => Promise<T>,
    options: RequestOptions,
  ): Promise<T> {
    const request =
      body instanceof FormData
        ? { body }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return this.#patiently(options, async () => {
      const answer = await this.#request(path, { method: 'POST', ...request }, options).catch((cause) => {
        if (neverConnected(cause)) return unreachable(cause)
        throw new OutcomeUnknown(cause)
      })
      if (answer instanceof StudioError) return { ok: false, error: answer, again: true }
      if (answer.ok) {
        try {
          return { ok: true, value: await take(answer) }
        } catch (cause) {
          throw new OutcomeUnknown(cause)
        }
      }
      const error = await this.#errorOf(answer, options.signal)
      if (!isRefusal(answer.status)) throw new OutcomeUnknown(error)
      return { ok: false, error, again: answer.status === 429 && passing(answer.status, error) }
    })
  }

  /** The JSON of an answer. Throws where it is none, breaks off or is larger than `maxBytes`. */
  async json(answer: Response, signal: AbortSignal, maxBytes = MAX_TEXT_BYTES): Promise<unknown> {
    const bytes = await bytesOf(answer.body, { ...BODY_LIMITS, maxBytes }, signal)
    return this.#parse(bytes.toString('utf8'))
  }

  /** What the upstream says, without the key in it. */
  withoutKey(words: string): string {
    return words.replaceAll(this.#apiKey, '[key]')
  }

  #parse(text: string): unknown {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? this.withoutKey(value) : value))
  }

  async #errorOf(answer: Response, signal: AbortSignal): Promise<StudioError> {
    const limits = { ...BODY_LIMITS, maxBytes: MAX_TEXT_BYTES }
    const text = await textAsFarAsItCame(answer.body, limits, signal)
    let body: unknown
    try {
      body = this.#parse(text)
    } catch {
      // A gateway's page, or nothing: the status has to do.
    }
    return errorOfAnswer(answer, body)
  }

  /** Tries until it succeeds, may not be tried again, or patience would end before the next try. */
  async #patiently<T>(
    { signal, patienceMs = Number.POSITIVE_INFINITY }: RequestOptions,
    attempt: () => Promise<Outcome<T>>,
  ): Promise<T> {
    const until = performance.now() + Math.min(patienceMs, this.#patience.totalMs)
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted()
      const outcome = await attempt()
      if (outcome.ok) return outcome.value
      signal.throwIfAborted()
      const { error, again } = outcome
      const asked = error.retryAfter === undefined ? 0 : error.retryAfter * 1000
      const wait = Math.max(asked, backOffMs(tries, this.#patience))
      if (!again || performance.now() + wait > until) throw error
      await sleep(wait, undefined, { signal })
    }
  }

  async #request(path: string, init: RequestInit, { signal, headMs = HEAD_MS }: RequestOptions) {
    const abort = new AbortController()
    const stop = () => abort.abort(signal.reason)
    const timer = setTimeout(() => abort.abort(new Error(`no answer within ${headMs} ms`)), headMs)
    signal.addEventListener('abort', stop)
    try {
      return await fetch(`${this.#baseUrl}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, authorization: `Bearer ${this.#apiKey}` },
        signal: abort.signal,
      })
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }
}

/** Whether the same request may well succeed a little later. */
function passing(status: number, { type }: StudioError): boolean {
  return type !== 'insufficient_quota' && (status === 429 || status === 408 || status >= 500)
}

/** Whether the status says that a request was turned down. A 303 points to what became of an accepted one. */
function isRefusal(status: number): boolean {
  return status >= 300 && status < 500 && status !== 303
}

/** Failures of name resolution and of certificates: both come before the first byte of a request. */
const BEFORE_SENDING =
  /^(ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/

/** True where the connection was never made, so nothing can have been accepted. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const first = cause instanceof AggregateError ? cause.errors[0] : cause
  if (!(first instanceof Error)) return false
  if ('syscall' in first && first.syscall === 'connect') return true
  return 'code' in first && BEFORE_SENDING.test(String(first.code))
}

function unreachable(cause: unknown): StudioError {
  const message = 'The upstream video service cannot be reached. Try again in a moment.'
  return new StudioError('upstream_failed', message, { cause })
}

function unusable(cause: unknown): StudioError {
  const message = 'The upstream answered with something that cannot be used. Try again in a moment.'
  return new StudioError('upstream_failed', message, { cause })
}
