import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { secondsLeft } from './estimate'

/** Any fixed number: whoever adds a video holds it from the count to the end of the transaction. */
const ADMISSION_LOCK = 7_203_441_906
/** Retry-After where nothing is being made yet, and the longest worth saying, in seconds. */
const SOON_S = 2
const LONGEST_S = 120

/**
 * Refuses a video for which the queue has no room: of the team, or of all. Call it last in the transaction that adds
 * the video: two at once must not both take the last place, so others wait until it ends.
 * @throws StudioError `all_replicas_busy` with `retryAfter`.
 */
export async function admit(transaction: Transaction, teamId: string): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(${ADMISSION_LOCK})`
  await requireRoom(teamId, transaction)
}

/** Like `admit`, without the lock: a look before the inputs are, so that a full queue costs little. */
export async function requireRoom(teamId: string, reader: Transaction = database()): Promise<void> {
  const unfinished = {
    status: { in: ['queued', 'in_progress'] },
    deletedAt: null,
  } satisfies Prisma.VideoWhereInput
  const [ofTeam, ofAll] = await Promise.all([
    reader.video.count({ where: { ...unfinished, teamId } }),
    reader.video.count({ where: unfinished }),
  ])
  const { team, all } = env.queueLimit
  if (ofTeam < team && ofAll < all) return
  const scope = ofTeam >= team ? { ...unfinished, teamId } : unfinished
  const whose = ofTeam >= team ? `Your team has ${ofTeam} unfinished videos` : 'The studio is busy'
  throw new StudioError('all_replicas_busy', `${whose}, and more cannot wait. Try again in a moment.`, {
    retryAfter: await untilNextEnd(reader, scope),
  })
}

/** Seconds until the first of them is expected to be done. */
async function untilNextEnd(reader: Transaction, where: Prisma.VideoWhereInput): Promise<number> {
  const running = await reader.video.findMany({ where: { ...where, status: 'in_progress' }, take: 20 })
  const waits = running.map((video) => Math.ceil(secondsLeft(video, new Date()) ?? SOON_S))
  return Math.min(LONGEST_S, ...(waits.length > 0 ? waits : [SOON_S]))
}
