import 'server-only'
import { database } from '@/lib/db/client'

/** Raises a link's views, where this visitor has not been counted on this day. */
export async function recordVisit(linkId: string, day: Date, visitor: string): Promise<void> {
  await database().$transaction(async (transaction) => {
    const visit = { linkId, day, visitor }
    const { count } = await transaction.shareVisit.createMany({ data: visit, skipDuplicates: true })
    if (count === 0) return
    const viewed = { views: { increment: 1 }, lastViewedAt: new Date() }
    await transaction.shareLink.updateMany({ where: { id: linkId }, data: viewed })
  })
}

/** Forgets who was counted on days that are over. */
export async function sweepVisits(): Promise<void> {
  await database().shareVisit.deleteMany({ where: { day: { lt: today() } } })
}

/** The day at Greenwich. */
export function today(): Date {
  return new Date(new Date().toISOString().slice(0, 10))
}
