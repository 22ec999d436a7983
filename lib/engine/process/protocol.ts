import { type ErrorType, StudioError } from '@/lib/boson/errors'
import type { Engine, FilmSource, RenderProgress, RenderRequest, SpeakRequest } from '../types'

/** Methods that take values and give one back, with nothing in between. */
type PlainMethod = Exclude<keyof Engine, 'render' | 'speak' | 'gif' | 'captioned'>

/** What the host and its engine process say to each other (structured clone over the IPC channel). */
export type Call =
  | { [Method in PlainMethod]: { method: Method; args: Parameters<Engine[Method]> } }[PlainMethod]
  /** `live`: fragments are handed out as chunks. */
  | { method: 'render'; args: [RenderRequest]; live: boolean }
  | { method: 'speak'; args: [SpeakRequest] }
  | { method: 'gif'; args: [FilmSource, outPath: string] }
  | { method: 'captioned'; args: [FilmSource, Parameters<Engine['captioned']>[1], outPath: string] }

export type Results = { [Method in keyof Engine]: Awaited<ReturnType<Engine[Method]>> }

/** What a process will be asked for: looking at inputs, or all of a render. */
export type Purpose = 'inspect' | 'render'

export type ToEngine =
  | { kind: 'call'; id: number; call: Call }
  | { kind: 'abort'; id: number }
  /** The last chunk is dealt with: there may be another. */
  | { kind: 'taken'; id: number }
  | { kind: 'warm'; purpose: Purpose }

export type FromEngine =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: RenderProgress }
  /** A piece of what the call makes, handed out while it is made. The next waits for `taken`. */
  | { kind: 'chunk'; id: number; bytes: Uint8Array }
  | { kind: 'result'; id: number; result: Results[keyof Results] }
  | { kind: 'error'; id: number; error: SentError }

/** An error on its way between processes: classes do not survive the trip. */
export type SentError = {
  type: ErrorType | null
  message: string
  stack?: string
  param?: string
  code?: string
}

export function packError(error: unknown): SentError {
  if (error instanceof StudioError) {
    return { type: error.type, message: error.message, param: error.param, code: error.code }
  }
  return error instanceof Error
    ? { type: null, message: error.message, stack: error.stack }
    : { type: null, message: String(error) }
}

export function unpackError({ type, message, stack, param, code }: SentError): Error {
  if (type) return new StudioError(type, message, { param, code })
  const error = new Error(message)
  if (stack) error.stack = stack
  return error
}
