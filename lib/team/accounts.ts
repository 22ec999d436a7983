import 'server-only'
import { z } from 'zod'
import { hashPassword, passwordSchema, verifyPassword } from '@/lib/auth/password'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'

export const accountSchema = z.strictObject({
  name: z.string().trim().min(1, 'Say what to call you.').max(80, 'Use a name of at most 80 characters.'),
  email: z.email('This is not an e-mail address.').max(254).toLowerCase(),
  password: passwordSchema,
})
export type Account = z.infer<typeof accountSchema>

/** Any fixed number: of two first visitors at once, one becomes the owner. */
const FIRST_RUN_LOCK = 7_203_441_903

/** True once somebody owns this studio. */
export async function hasOwner(): Promise<boolean> {
  return (await database().user.findFirst({ select: { id: true } })) !== null
}

/** Creates the first user and the team. Throws `permission_denied` when there is an owner already. */
export async function createOwner(account: Account): Promise<void> {
  const passwordHash = await hashPassword(account.password)
  await database().$transaction(async (transaction) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(${FIRST_RUN_LOCK})`
    if (await transaction.user.findFirst({ select: { id: true } })) {
      throw new StudioError(
        'permission_denied',
        'This studio has an owner already. Ask them for an account, then sign in.',
      )
    }
    const team = await transaction.team.create({ data: { name: `${account.name}'s studio` } })
    await insertUser(transaction, account, passwordHash, team.id, 'owner')
  })
}

/** Adds a member to the studio's team, or the owner where there is none. Throws `conflict` for a known e-mail. */
export async function addUser(account: Account): Promise<void> {
  if (!(await hasOwner())) return createOwner(account)
  const passwordHash = await hashPassword(account.password)
  await database().$transaction(async (transaction) => {
    if (await transaction.user.findUnique({ where: { email: account.email }, select: { id: true } })) {
      throw new StudioError('conflict', `There is an account for ${account.email} already.`, {
        param: 'email',
      })
    }
    const team = await transaction.team.findFirstOrThrow({ orderBy: { createdAt: 'asc' } })
    await insertUser(transaction, account, passwordHash, team.id, 'member')
  })
}

async function insertUser(
  transaction: Transaction,
  { email, name }: Account,
  passwordHash: string,
  teamId: string,
  role: 'owner' | 'member',
): Promise<void> {
  await transaction.user.create({
    data: { email, name, passwordHash, memberships: { create: { teamId, role } } },
  })
}

/** Compared with when the e-mail is unknown, so that the answer takes as long as for a known one. */
let decoyHash: Promise<string> | undefined

/** The user with this e-mail and password, or null. */
export async function checkCredentials(
  email: string,
  password: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const user = await database().user.findUnique({ where: { email: email.trim().toLowerCase() } })
  decoyHash ??= hashPassword('nobody has this password')
  const matches = await verifyPassword(user?.passwordHash ?? (await decoyHash), password)
  return user && matches ? { id: user.id, name: user.name, email: user.email } : null
}
