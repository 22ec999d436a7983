import { createElement, type ReactElement } from 'react'
import type { z } from 'zod'
import { ServerSentence } from '@/components/words/server-sentence'
import { isErrorType, StudioError } from '@/lib/boson/errors'
import { connectionWords } from '@/lib/words/connection'
import { pageWords } from '@/lib/words/page-words'

/** A refusal in the server's own words. Other errors are worded by the page, in its language. */
class Refusal extends StudioError {
  readonly inServersWords = true

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof StudioError && 'inServersWords' in value
  }
}

/** The error for a request that got no answer at all; `code` is `unreachable`. */
export function unreachable(cause?: unknown): StudioError {
  return new StudioError('internal_error', pageWords(connectionWords).unreachable, {
    code: 'unreachable',
    cause,
  })
}

function unreadable(cause?: unknown): StudioError {
  return new StudioError('internal_error', pageWords(connectionWords).unreadable, { cause })
}

/** Whether an error came of a lost connection, so that asking again makes sense. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof StudioError && error.code === 'unreachable'
}

/** What to show for any error: a sentence in the language of the page. */
export function errorSentence(error: unknown): string | ReactElement {
  if (error instanceof Refusal) return createElement(ServerSentence, { sentence: error.message })
  return error instanceof StudioError ? error.message : pageWords(connectionWords).unreadable
}

/** Fetches what reads an answer, which takes more code than most pages do before they ask for anything. */
type Reader<T> = () => Promise<z.ZodType<T>>

/** Turns an answer's status and JSON body into the value `read` understands, or throws the `StudioError` it carries. */
export async function readAnswer<T>(status: number, body: unknown, read: Reader<T>): Promise<T> {
  if (isGood(status)) {
    const schema = await read().catch((cause: unknown) => {
      throw unreachable(cause)
    })
    const parsed = schema.safeParse(body)
    if (parsed.success) return parsed.data
    throw unreadable(parsed.error)
  }
  throw await refusalIn(status, body)
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300
}

async function refusalIn(status: number, body: unknown): Promise<StudioError> {
  const { errorBodySchema } = await import('@/lib/boson/error-body').catch((cause: unknown) => {
    throw unreachable(cause)
  })
  const failure = errorBodySchema.safeParse(body)
  if (!failure.success) return status >= 500 ? unreachable() : unreadable()
  const { message, type, param, code } = failure.data.error
  return new Refusal(isErrorType(type) ? type : 'internal_error', message, { param, code })
}

/**
 * One same-origin request with the session cookie.
 * Throws a `StudioError` with the server's own sentence, or one with code `unreachable`; an abort is passed on as it is.
 */
export async function request<T>(path: string, read: Reader<T>, init: RequestInit = {}): Promise<T> {
  const { status, body } = await ask(path, init)
  return readAnswer(status, body, read)
}

/** As `request`, where nothing in the answer matters but that it is a good one. */
export async function send(path: string, init: RequestInit): Promise<void> {
  const { status, body } = await ask(path, init)
  if (!isGood(status)) throw await refusalIn(status, body)
}

async function ask(path: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(path, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw unreachable(cause)
  })
  return { status: response.status, body: await response.json().catch(() => null) }
}

/** `init` for a JSON body. */
export function json(method: 'POST' | 'PUT' | 'PATCH', value: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
