import 'server-only'
import { verifyPassword } from '@/lib/auth/password'
import { countedTry } from '@/lib/auth/tries'
import { env } from '@/lib/env'
import { digest, isSame } from './digest'
import type { Visitor } from './visitor'

/** How long a password once given opens its link. */
export const UNLOCKED_SECONDS = 2 * 60 * 60

/** What locks a link. Changing either ends every unlocking at once. */
type Lock = { id: string; token: string; passwordHash: string | null }

/** Whether a visitor holds the cookie that says they gave this link's password not long ago. */
export function isUnlocked(link: Lock, visitor: Visitor): boolean {
  if (link.passwordHash === null) return true
  const [until = '', proof = ''] = visitor.cookie(cookieName(link))?.split('.') ?? []
  return Number(until) * 1000 > Date.now() && isSame(proof, proofOf(link, until))
}

/**
 * Tries a password. Returns the header `set-cookie` that opens the link, for it alone, or null where the password is
 * another. Throws `rate_limit_exceeded` after too many tries from one address, or at one link.
 */
export async function unlock(link: Lock, password: string, address: string): Promise<string | null> {
  const { passwordHash } = link
  if (passwordHash === null) return null
  const opened = await countedTry(`link ${link.id}`, address, async () =>
    (await verifyPassword(passwordHash, password)) ? link : null,
  )
  return opened && grant(link)
}

function grant(link: Lock): string {
  const until = String(Math.floor(Date.now() / 1000) + UNLOCKED_SECONDS)
  const value = `${until}.${proofOf(link, until)}`
  const secure = env.publicUrl.startsWith('https://') ? '; Secure' : ''
  const place = `Path=/s/${link.token}; Max-Age=${UNLOCKED_SECONDS}`
  return `${cookieName(link)}=${value}; ${place}; HttpOnly; SameSite=Lax${secure}`
}

function cookieName({ id }: Lock): string {
  return `avatar-studio-link-${id}`
}

function proofOf({ id, token, passwordHash }: Lock, until: string): string {
  return digest('unlocked', id, token, passwordHash ?? '', until)
}
