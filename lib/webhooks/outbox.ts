import 'server-only'
import { z } from 'zod'
import { database } from '@/lib/db/client'

/** How long a taken delivery is nobody else's: longer than any try takes, so that it ends sooner only by a crash. */
const LEASE_MS = 60_000
const KEEP_MS = 30 * 24 * 60 * 60_000

const dueSchema = z.object({
  id: z.string(),
  webhookId: z.string(),
  attempts: z.number(),
  payload: z.unknown(),
  url: z.string(),
  secret: z.string(),
  previousSecret: z.string().nullable(),
  previousSecretUntil: z.date().nullable(),
})
/** A delivery that was taken, counting this try, and where it goes. */
export type DueDelivery = z.infer<typeof dueSchema>

/**
 * Takes the delivery that has been due longest, or null. A taken one is due again when its lease runs out: a sender that
 * dies loses nothing, and its try counts. Webhooks in `full` are passed over, paused ones too.
 */
export async function takeDue(now: Date, full: string[]): Promise<DueDelivery | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS)
  const rows = await database().$queryRaw<unknown[]>`
    update "WebhookDelivery" delivery
    set attempts = delivery.attempts + 1, "nextAttemptAt" = ${leaseUntil}
    from "Webhook" webhook
    where webhook.id = delivery."webhookId" and delivery.id = (
      select due.id from "WebhookDelivery" due join "Webhook" receiver on receiver.id = due."webhookId"
      where due.status = 'pending' and due."nextAttemptAt" <= ${now}
        and receiver.enabled and due."webhookId" <> all(${full}::uuid[])
      order by due."nextAttemptAt" limit 1 for update of due skip locked)
    returning delivery.id, delivery."webhookId", delivery.attempts, delivery.payload,
      webhook.url, webhook.secret, webhook."previousSecret", webhook."previousSecretUntil"`
  return rows[0] ? dueSchema.parse(rows[0]) : null
}

/** How one try went. */
export type Try = { at: Date; status: number | null; error: string | null; ms: number }

/** What becomes of a delivery after a try. */
export type Outcome =
  | { state: 'delivered' }
  | { state: 'again'; at: Date }
  | { state: 'failed' }
  /** The receiver wants nothing any more: its webhook is paused. */
  | { state: 'gone' }

/** Writes a try and what follows of it. Nothing is left to write where the webhook was deleted meanwhile. */
export async function recordTry(delivery: DueDelivery, made: Try, outcome: Outcome): Promise<void> {
  const { id, webhookId } = delivery
  await database().$transaction(async (transaction) => {
    const found = await transaction.webhookDelivery.findUnique({ where: { id }, select: { id: true } })
    if (!found) return
    await transaction.webhookAttempt.create({ data: { deliveryId: id, ...made } })
    if (outcome.state === 'gone')
      await transaction.webhook.updateMany({ where: { id: webhookId }, data: { enabled: false } })
    await transaction.webhookDelivery.updateMany({
      // Where a lease ran out and another sender delivered it, a late failure changes nothing.
      where: { id, status: 'pending' },
      data:
        outcome.state === 'again'
          ? { nextAttemptAt: outcome.at }
          : { status: outcome.state === 'delivered' ? 'delivered' : 'failed', finishedAt: new Date() },
    })
  })
}

/** Removes deliveries, and their tries, that are older than 30 days. */
export async function sweepDeliveries(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS)
  await database().webhookDelivery.deleteMany({ where: { createdAt: { lt: before } } })
}
