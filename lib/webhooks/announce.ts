import 'server-only'
import { randomBytes } from 'node:crypto'
import type { StudioVideo } from '@/lib/boson/schemas'
import type { Transaction } from '@/lib/db/client'
import { unixSeconds } from '@/lib/unix-seconds'
import type { VideoEvent, WebhookEvent } from './schema'

/** PostgreSQL notification that a delivery was written, so that a sender need not wait for its next look. */
export const CHANNEL = 'avatar_studio_webhooks'

/** `msg_…`, `evt_…`: 96 random bits, as ids of videos have. */
const newId = (prefix: 'msg' | 'evt') => `${prefix}_${randomBytes(12).toString('hex')}`

/**
 * Writes a delivery for every webhook of the team that hears of a video's end, in the transaction that ends it: both are
 * there or neither is.
 */
export async function announce(
  transaction: Transaction,
  teamId: string,
  ended: { type: VideoEvent; data: StudioVideo },
): Promise<void> {
  const webhooks = await transaction.webhook.findMany({
    where: { teamId, enabled: true, events: { has: ended.type } },
    select: { id: true },
  })
  const ids = webhooks.map(({ id }) => id)
  if (ids.length > 0) await enqueue(transaction, ids, { ...newEvent(), ...ended })
}

/** What every new event has, whatever it tells of. */
export function newEvent() {
  return { id: newId('evt'), object: 'event' as const, created_at: unixSeconds(new Date()) }
}

/** Writes one delivery of `event` a webhook, and wakes a sender when the transaction commits. Returns their ids. */
export async function enqueue(
  transaction: Transaction,
  webhookIds: string[],
  event: WebhookEvent,
): Promise<string[]> {
  const now = new Date()
  const rows = webhookIds.map((webhookId) => ({
    id: newId('msg'),
    webhookId,
    type: event.type,
    payload: event,
    createdAt: now,
    nextAttemptAt: now,
  }))
  await transaction.webhookDelivery.createMany({ data: rows })
  await wakeSender(transaction)
  return rows.map(({ id }) => id)
}

export async function wakeSender(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`select pg_notify(${CHANNEL}, '')`
}
