import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Member } from '@/lib/auth/member'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { unixSeconds } from '@/lib/unix-seconds'
import type { ApiKeyView, NewApiKey } from './api-key-schema'

/** Whoever manages keys: an owner those of the team, a member their own, the operator at the command line every one. */
export type KeyHolder = Pick<Member, 'userId' | 'teamId' | 'role'> | 'operator'

/** Last use is written at most this often a key. */
const LAST_USE_EVERY_MS = 60_000

const include = { user: { select: { name: true } } } satisfies Prisma.ApiKeyInclude
type KeyRow = Prisma.ApiKeyGetPayload<{ include: typeof include }>

const hashKey = (key: string) => createHash('sha256').update(key).digest('hex')

/** Makes a key for the user with this e-mail, in their team. Returned once and kept nowhere. Throws `not_found`. */
export async function createApiKey(email: string, name: string): Promise<string> {
  const user = await database().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { memberships: true },
  })
  const membership = user?.memberships[0]
  if (!membership) {
    throw new StudioError('not_found', `There is no account for ${email}. Add it first: studio user add.`)
  }
  return (await addApiKey(membership, name)).key
}

/** Makes a key that speaks for a member of a team. The answer is the one place where the key itself is. */
export async function addApiKey(
  { userId, teamId }: { userId: string; teamId: string },
  name: string,
): Promise<NewApiKey> {
  const key = `avs-${randomBytes(32).toString('base64url')}`
  const data = { teamId, userId, name, hash: hashKey(key), prefix: key.slice(0, 8) }
  return { ...toView(await database().apiKey.create({ data, include })), key }
}

/** The keys that work and that `holder` may revoke, newest first. */
export async function listApiKeys(holder: KeyHolder): Promise<ApiKeyView[]> {
  const rows = await database().apiKey.findMany({
    where: { ...within(holder), revokedAt: null },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toView)
}

/** From now on the key opens nothing. Revoking twice is fine. Throws `not_found` for what `holder` may not revoke. */
export async function revokeApiKey(holder: KeyHolder, id: string): Promise<void> {
  const known = z.uuid().safeParse(id).success
  const where = { ...within(holder), id }
  if (!known || (await database().apiKey.count({ where })) === 0)
    throw new StudioError('not_found', 'There is no such key among those you may revoke.')
  await database().apiKey.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}

function within(holder: KeyHolder): Prisma.ApiKeyWhereInput {
  if (holder === 'operator') return {}
  const { userId, teamId, role } = holder
  return role === 'owner' ? { teamId } : { teamId, userId }
}

/** Who a key speaks for, or null where it is unknown or revoked. */
export async function findApiKey(
  key: string,
): Promise<{ userId: string; teamId: string; keyId: string } | null> {
  const found = await database().apiKey.findUnique({ where: { hash: hashKey(key) } })
  if (!found || found.revokedAt) return null
  if (!found.lastUsedAt || Date.now() - found.lastUsedAt.getTime() > LAST_USE_EVERY_MS) {
    await database().apiKey.updateMany({ where: { id: found.id }, data: { lastUsedAt: new Date() } })
  }
  return { userId: found.userId, teamId: found.teamId, keyId: found.id }
}

function toView(row: KeyRow): ApiKeyView {
  return {
    id: row.id,
    object: 'api_key',
    name: row.name,
    prefix: row.prefix,
    created_at: unixSeconds(row.createdAt),
    last_used_at: row.lastUsedAt && unixSeconds(row.lastUsedAt),
    created_by: row.user.name,
  }
}
