import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { findApiKey } from '@/lib/team/api-keys'
import { type Member, memberOfSession } from './member'
import { SESSION_COOKIE } from './options'

/** On whose behalf a request acts. */
export type Caller = {
  userId: string
  teamId: string
  /** The API key it came with; absent for a person in the pages. */
  keyId?: string
}

type HeaderReader = { method: string; header: (name: string) => string | null }

/**
 * The caller of a request: by API key, else by the pages' session cookie. Throws `invalid_api_key` where there is
 * neither, `permission_denied` where a cookie arrives with a change another site asked for.
 */
export async function authorise(request: Request): Promise<Caller> {
  return authoriseHeaders({ method: request.method, header: (name) => request.headers.get(name) })
}

export async function authoriseHeaders({ method, header }: HeaderReader): Promise<Caller> {
  const authorization = header('authorization')
  if (authorization) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
    const caller = key ? await findApiKey(key) : null
    if (!caller) throw new StudioError('invalid_api_key', 'This API key is unknown or was revoked.')
    return caller
  }
  const { userId, teamId } = await signedInMember({ method, header })
  return { userId, teamId }
}

/**
 * The member who is signed in, for what a program may not do with an API key: a leaked one must not make more of its
 * kind. Throws as `authorise` does, and `permission_denied` for a request with a key.
 */
export async function authoriseMember(request: Request): Promise<Member> {
  const header = (name: string) => request.headers.get(name)
  if (header('authorization')) {
    await authorise(request)
    throw new StudioError(
      'permission_denied',
      'API keys are managed by people. Sign in to the studio and open its settings.',
    )
  }
  return signedInMember({ method: request.method, header })
}

async function signedInMember({ method, header }: HeaderReader): Promise<Member> {
  const member = await memberOfSession(readCookie(header('cookie'), SESSION_COOKIE))
  if (!member) {
    throw new StudioError('invalid_api_key', 'Sign in, or send an API key: Authorization: Bearer YOUR_KEY.')
  }
  if (method !== 'GET' && method !== 'HEAD') refuseForeignSite(header)
  return member
}

/** Throws `permission_denied` for a change another site asked for, where there may be no caller to authorise. */
export function requireOwnSite({ headers }: Request): void {
  refuseForeignSite((name) => headers.get(name))
}

/** A cookie travels with requests that other sites cause: those may change nothing. */
function refuseForeignSite(header: HeaderReader['header']): void {
  const site = header('sec-fetch-site')
  const origin = header('origin')
  const sameSite = site === null || site === 'same-origin' || site === 'none'
  const sameOrigin = origin === null || hostOf(origin) === (header('x-forwarded-host') ?? header('host'))
  if (!sameSite || !sameOrigin) {
    throw new StudioError(
      'permission_denied',
      'Another site asked for this change. Use an API key from programs.',
    )
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** A cookie's value in the header `cookie`; undefined where it is not there or malformed. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return decoded(value.join('='))
  }
  return undefined
}

/** Undefined for an escape that is none: such a cookie is not one of ours. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
