import 'server-only'
import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'
import { withTimeLimit } from './time-limit'

/** What the guard asks of the network. Tests put their own in its place. */
export type Network = {
  /** Every address of a host name. */
  resolve: (hostname: string) => Promise<string[]>
  isPublic: (address: string) => boolean
}

export type Guard = {
  /** For closed networks: `FETCH_PRIVATE_ADDRESSES`. */
  allowPrivate: boolean
  network?: Network
  /** Milliseconds to the end of an answer's header, from the first look at the name. */
  headersMs: number
  headerBytes: number
}

export type Outgoing = { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }

/** Why a URL is not used: half a sentence, which says nothing of what was found at an address that is not public. */
export class Refusal extends Error {
  override name = 'Refusal'
}

const SYSTEM: Network = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
}

const LATE = 'it did not answer in time'
const MAX_URL_CHARACTERS = 8192

/**
 * A URL somebody else named, if it is one the studio would ask: http(s), no user name, no character that programs read
 * differently, a port of the web, and where the host is an address, a public one. Throws `Refusal`.
 */
export function parseGuardedUrl(
  text: string,
  guard: Pick<Guard, 'allowPrivate' | 'network'>,
  base?: URL,
): URL {
  if (text.length > MAX_URL_CHARACTERS) throw new Refusal('it is too long')
  if (hasAmbiguousCharacter(text)) throw new Refusal('it contains spaces, line breaks or backslashes')
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (!url || !(url.protocol === 'http:' || url.protocol === 'https:'))
    throw new Refusal('it is not an http(s) address')
  if (url.username || url.password) throw new Refusal('it carries a user name or password')
  if (!isWebPort(url.port)) throw new Refusal('its port is not one that web servers use')
  const host = hostOf(url)
  if (isIP(host)) requireAllowed([host], guard)
  return url
}

/** Where a redirect leads, checked like the first URL; not from https to http. Throws `Refusal`. */
export function parseRedirect(
  location: string,
  from: URL,
  guard: Pick<Guard, 'allowPrivate' | 'network'>,
): URL {
  const next = parseGuardedUrl(location, guard, from)
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw new Refusal('it redirects from https to http')
  return next
}

/** White space, control characters and backslashes, which URL parsers drop or turn into something else. */
function hasAmbiguousCharacter(text: string): boolean {
  return /[\s\\\p{Cc}]/u.test(text)
}

/**
 * 80, 443, and what needs no privilege to listen on. The ports below 1024 belong to other protocols (SMTP, SSH, SMB …),
 * which a request of the studio's must not be made to speak to.
 */
function isWebPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || Number(port) >= 1024
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/**
 * Sends one request and resolves at the answer's header; redirects are the caller's business. The name is resolved once
 * and the connection is made to an address that was checked, so the name cannot come to mean another between check and
 * use; one address that is not public refuses them all. `signal` ends the request and the body. Throws `Refusal`.
 */
export async function sendGuarded(
  url: URL,
  outgoing: Outgoing,
  guard: Guard,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  try {
    return await withTimeLimit(guard.headersMs, signal, async (patience) => {
      const addresses = await resolveAllowed(url, guard, patience)
      return send(url, outgoing, { addresses, guard, signal, patience })
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    const reason = signal.aborted ? LATE : 'it cannot be reached from here'
    throw new Refusal(reason, { cause: error })
  }
}

async function resolveAllowed(url: URL, guard: Guard, signal: AbortSignal): Promise<string[]> {
  const host = hostOf(url)
  if (isIP(host)) return requireAllowed([host], guard)
  const { resolve } = guard.network ?? SYSTEM
  // A name that does not exist and one of a private address get the same sentence.
  const addresses = await Promise.race([resolve(host).catch(() => []), rejectOnAbort(signal)])
  return requireAllowed(addresses, guard)
}

/** Throws `Refusal` unless there is an address and every one may be connected to. */
function requireAllowed(addresses: string[], guard: Pick<Guard, 'allowPrivate' | 'network'>): string[] {
  const { isPublic } = guard.network ?? SYSTEM
  const allowed = addresses.every((address) => isIP(address) && (guard.allowPrivate || isPublic(address)))
  if (addresses.length === 0 || !allowed) throw new Refusal('no public address was found for it')
  return addresses
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** `patience` ends at the answer's header, `signal` with its last byte. */
type Connection = { addresses: string[]; guard: Guard; signal: AbortSignal; patience: AbortSignal }

function send(
  url: URL,
  { method, headers, body }: Outgoing,
  { addresses, guard, signal, patience }: Connection,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request: open } = url.protocol === 'https:' ? https : http
    const request = open(url, {
      method,
      // Compressed answers could unpack to any size: none is asked for, and `requireIdentity` takes none.
      headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'avatar-studio' },
      lookup: pinnedTo(addresses),
      maxHeaderSize: guard.headerBytes,
      signal,
      agent: false,
    })
    patience.addEventListener('abort', () => request.destroy(new Refusal(LATE)), { once: true })
    request.on('response', resolve)
    request.on('error', reject)
    // After an answer this does nothing; a connection that changes its protocol ends with neither answer nor error.
    request.on('close', () => reject(new Error('closed without an answer')))
    request.end(body)
  })
}

/** The resolver of one connection: it knows the checked addresses and nothing else. */
function pinnedTo(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_hostname, { all }, done) => {
    const first = found[0]
    if (all || !first) done(null, found)
    else done(null, first.address, first.family)
  }
}
