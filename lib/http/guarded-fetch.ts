import 'server-only'
import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { StudioError } from '@/lib/boson/errors'
import { streamToFile } from '@/lib/storage/stream-to-file'
import {
  type Guard,
  type Network,
  parseGuardedUrl,
  parseRedirect,
  Refusal,
  sendGuarded,
} from './guarded-request'
import { withTimeLimit } from './time-limit'

export type GuardedOptions = {
  /** The request field the URL came in, for the error sentence. */
  param: string
  /** For closed networks: `FETCH_PRIVATE_ADDRESSES`. */
  allowPrivate: boolean
  network?: Network
  /** Milliseconds to an answer's header, each hop. */
  headersMs?: number
  /** Milliseconds for everything: names, redirects and the last byte. */
  totalMs?: number
  signal?: AbortSignal
}

export type GuardedFetchOptions = GuardedOptions & { maxBytes: number }

const MAX_REDIRECTS = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const HEADERS_MS = 10_000
const FETCH_MS = 30_000
const POST_MS = 10_000
/** As much as Node and most servers take. */
const HEADER_BYTES = 16 * 1024
/** Of an answer nobody reads: enough for its sender to finish and see the connection end well. */
const POLITE_BYTES = 4096

/**
 * Downloads a URL somebody else named into `file`: http(s) to public addresses only, at most three redirects, each
 * checked like the first, none from https to http; limits on header, bytes and time hold while it streams.
 * Throws `invalid_url` or `payload_too_large`, naming the field and the way out; half a file is removed.
 */
export async function fetchToFile(
  address: string,
  file: string,
  options: GuardedFetchOptions,
): Promise<void> {
  try {
    await withTimeLimit(options.totalMs ?? FETCH_MS, options.signal, async (signal) =>
      save(await follow(address, guardOf(options), signal), file, options, signal),
    )
  } catch (error) {
    throw explain(error, options, 'Upload the file instead.')
  }
}

/**
 * Posts `body` to a URL somebody else named, checked as in `fetchToFile`; a redirect is an answer like any other and
 * not followed, and what the answer says is not read. Returns its HTTP status and the milliseconds until it came.
 * Throws `invalid_url` where there was no answer within `totalMs` (10 s), or the URL may not be asked.
 */
export async function postGuarded(
  address: string,
  body: string,
  headers: Record<string, string>,
  options: GuardedOptions,
): Promise<{ status: number; ms: number }> {
  try {
    const guard = guardOf({ headersMs: POST_MS, ...options })
    const url = parseGuardedUrl(address, guard)
    const started = performance.now()
    return await withTimeLimit(options.totalMs ?? POST_MS, options.signal, async (signal) => {
      const response = await sendGuarded(url, { method: 'POST', headers, body }, guard, signal)
      const ms = Math.round(performance.now() - started)
      await drop(response)
      return { status: response.statusCode ?? 0, ms }
    })
  } catch (error) {
    throw explain(error, options, 'Check the address and the server behind it.')
  }
}

/** Refuses a URL that could never be asked, before it is kept. Throws `invalid_url`; names are not resolved. */
export function requireGuardedUrl(address: string, options: GuardedOptions): void {
  try {
    parseGuardedUrl(address, options)
  } catch (error) {
    throw explain(error, options, 'Give an http(s) address that is reachable from the internet.')
  }
}

function guardOf({ allowPrivate, network, headersMs = HEADERS_MS }: GuardedOptions): Guard {
  return { allowPrivate, network, headersMs, headerBytes: HEADER_BYTES }
}

/** The answer 200 at the end of the redirects. */
async function follow(address: string, guard: Guard, signal: AbortSignal): Promise<IncomingMessage> {
  let url = parseGuardedUrl(address, guard)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await sendGuarded(url, { method: 'GET' }, guard, signal)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    if (!REDIRECTS.has(statusCode) || !headers.location)
      throw new Refusal(`the address answered ${statusCode}`)
    url = parseRedirect(headers.location, url, guard)
  }
  throw new Refusal('it redirects too often')
}

async function save(
  response: IncomingMessage,
  file: string,
  { param, maxBytes }: GuardedFetchOptions,
  signal: AbortSignal,
): Promise<void> {
  const tooLarge = () => new StudioError('payload_too_large', `The file at ${param} is too large.`, { param })
  try {
    requireIdentity(response)
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
    let bytes = 0
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (bytes > maxBytes) done(tooLarge())
        else done(null, chunk)
      },
    })
    await streamToFile(response, file, { through: count, signal })
  } catch (error) {
    response.destroy()
    throw error
  }
}

/** A compressed answer could unpack to any size, and a file under its own type needs no packing. */
function requireIdentity({ headers }: IncomingMessage): void {
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
    throw new Refusal('it sends a compressed answer')
}

async function drop(response: IncomingMessage): Promise<void> {
  let bytes = 0
  try {
    for await (const chunk of response) {
      bytes += chunk.length
      if (bytes > POLITE_BYTES) break
    }
  } catch {
    // It broke off, or the time is up: the status has been read.
  }
  response.destroy()
}

function explain(error: unknown, { param }: GuardedOptions, wayOut: string): StudioError {
  if (error instanceof StudioError) return error
  const reason = error instanceof Refusal ? error.message : 'the transfer broke off'
  return new StudioError('invalid_url', `The URL in ${param} cannot be used: ${reason}. ${wayOut}`, {
    param,
    cause: error,
  })
}
