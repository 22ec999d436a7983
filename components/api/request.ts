import type { z } from 'zod'
import { errorBodySchema, isErrorType, StudioError } from '@/lib/boson/errors'
import { connectionWords } from '@/lib/words/connection'
import { pageWords } from '@/lib/words/page-words'

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

/** The sentence to show for any error. */
export function errorSentence(error: unknown): string {
  return error instanceof StudioError ? error.message : pageWords(connectionWords).unreadable
}

/** Turns an answer's status and JSON body into the value `schema` describes, or throws the `StudioError` it carries. */
export function readAnswer<T>(status: number, body: unknown, schema: z.ZodType<T>): T {
  if (status >= 200 && status < 300) {
    const parsed = schema.safeParse(body)
    if (parsed.success) return parsed.data
    throw unreadable(parsed.error)
  }
  const failure = errorBodySchema.safeParse(body)
  if (!failure.success) throw status >= 500 ? unreachable() : unreadable()
  const { message, type, param, code } = failure.data.error
  throw new StudioError(isErrorType(type) ? type : 'internal_error', message, { param, code })
}

/**
 * One same-origin request with the session cookie.
 * Throws a `StudioError` with the server's own sentence, or one with code `unreachable`; an abort is passed on as it is.
 */
export async function request<T>(path: string, schema: z.ZodType<T>, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw unreachable(cause)
  })
  const body: unknown = await response.json().catch(() => null)
  return readAnswer(response.status, body, schema)
}

/** `init` for a JSON body. */
export function json(method: 'POST' | 'PUT' | 'PATCH', value: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
