import 'server-only'
import { lookup } from 'node:dns'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import ipaddr from 'ipaddr.js'
import { StudioError } from '@/lib/boson/errors'

export type GuardedFetchOptions = {
  /** The request field the URL came in, for the error sentence. */
  param: string
  maxBytes: number
  /** For tests and closed networks: `FETCH_PRIVATE_ADDRESSES`. */
  allowPrivate: boolean
}

const MAX_REDIRECTS = 3
const TIMEOUT_MS = 20_000

/**
 * Downloads a URL somebody else named into `file`. Only http(s), only public unicast addresses — the address is checked
 * where the socket asks for it, so the name cannot change between check and use — with at most three redirects, each
 * checked the same way. Throws `invalid_url` or `payload_too_large`; half a file is removed.
 */
export async function fetchToFile(
  address: string,
  file: string,
  options: GuardedFetchOptions,
): Promise<void> {
  let url = address
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await get(parseUrl(url, options), options)
    const status = response.statusCode ?? 0
    if (status >= 300 && status < 400 && response.headers.location) {
      response.destroy()
      url = new URL(response.headers.location, url).href
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw refusal(options, `the address answered ${status}`)
    }
    return save(response, file, options)
  }
  throw refusal(options, 'it redirects too often')
}

function parseUrl(text: string, options: GuardedFetchOptions): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw refusal(options, 'it is not an http(s) address')
  if (url.username || url.password) throw refusal(options, 'it carries a user name')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !options.allowPrivate && !isPublic(host))
    throw refusal(options, 'it is not a public address')
  return url
}

/** Public unicast only: no private, loopback, link-local, CGNAT, multicast, reserved or embedded-IPv4 forms. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

function get(url: URL, options: GuardedFetchOptions): Promise<http.IncomingMessage> {
  const pinned: LookupFunction = (hostname, lookupOptions, done) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
      const refused = !error && !options.allowPrivate && found.some(({ address }) => !isPublic(address))
      if (error || refused || !found[0]) done(error ?? new Error('not a public address'), '', 4)
      else if (lookupOptions.all) done(null, found)
      else done(null, found[0].address, found[0].family)
    })
  }
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http
    const request = client.get(
      url,
      { lookup: pinned, signal: AbortSignal.timeout(TIMEOUT_MS), agent: false },
      resolve,
    )
    request.on('error', (error) => reject(refusal(options, 'it cannot be fetched from here', error)))
  })
}

async function save(body: http.IncomingMessage, file: string, options: GuardedFetchOptions): Promise<void> {
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > options.maxBytes)
        done(
          new StudioError('payload_too_large', `The file at ${options.param} is too large.`, {
            param: options.param,
          }),
        )
      else done(null, chunk)
    },
  })
  try {
    await pipeline(body, count, createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw error instanceof StudioError ? error : refusal(options, 'the download broke off', error)
  }
}

function refusal({ param }: GuardedFetchOptions, reason: string, cause?: unknown): StudioError {
  return new StudioError(
    'invalid_url',
    `The URL in ${param} cannot be used: ${reason}. Upload the file instead.`,
    { param, cause },
  )
}
