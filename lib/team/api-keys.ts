import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'

/** Last use is written at most this often a key. */
const LAST_USE_EVERY_MS = 60_000

const hashKey = (key: string) => createHash('sha256').update(key).digest('hex')

/** Makes a key for the user with this e-mail, in their team. The key itself is returned once and kept nowhere. */
export async function createApiKey(email: string, name: string): Promise<string> {
  const user = await database().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { memberships: true },
  })
  const membership = user?.memberships[0]
  if (!user || !membership) {
    throw new StudioError('not_found', `There is no account for ${email}. Add it first: studio user add.`)
  }
  const key = `avs-${randomBytes(32).toString('base64url')}`
  await database().apiKey.create({
    data: { teamId: membership.teamId, userId: user.id, name, hash: hashKey(key), prefix: key.slice(0, 8) },
  })
  return key
}

/** Who a key speaks for, or null where it is unknown or revoked. */
export async function findApiKey(key: string): Promise<{ userId: string; teamId: string } | null> {
  const found = await database().apiKey.findUnique({ where: { hash: hashKey(key) } })
  if (!found || found.revokedAt) return null
  if (!found.lastUsedAt || Date.now() - found.lastUsedAt.getTime() > LAST_USE_EVERY_MS) {
    await database().apiKey.update({ where: { id: found.id }, data: { lastUsedAt: new Date() } })
  }
  return { userId: found.userId, teamId: found.teamId }
}
