import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import { type DeliveryView, deliveryIdSchema, type ListDeliveries, type WebhookView } from './schema'
import {
  type DeliveryRow,
  deliveryInclude,
  toDelivery,
  toWebhook,
  type WebhookRow,
  webhookInclude,
} from './view'

/** A team's webhooks, oldest first. */
export async function listWebhooks(teamId: string): Promise<WebhookView[]> {
  const rows = await database().webhook.findMany({
    where: { teamId },
    include: webhookInclude,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toWebhook)
}

/** A team's webhook; another team's is as good as absent. Throws `not_found`. */
export async function requireWebhook(teamId: string, id: string): Promise<WebhookRow> {
  const row = z.uuid().safeParse(id).success
    ? await database().webhook.findFirst({ where: { id, teamId }, include: webhookInclude })
    : null
  if (!row) throw new StudioError('not_found', 'There is no such webhook. It may have been deleted.')
  return row
}

export type DeliveryPage = { deliveries: DeliveryView[]; next: string | null }

/** A webhook's deliveries, newest first. `after` is the id of the last one seen. */
export async function listDeliveries(
  teamId: string,
  webhookId: string,
  { limit, after }: ListDeliveries,
): Promise<DeliveryPage> {
  await requireWebhook(teamId, webhookId)
  const cursor = after
    ? await database().webhookDelivery.findFirst({ where: { id: after, webhookId }, select: { id: true } })
    : null
  if (after && !cursor) return { deliveries: [], next: null }
  const rows = await database().webhookDelivery.findMany({
    where: { webhookId },
    include: deliveryInclude,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    ...(cursor && { cursor: { id: cursor.id }, skip: 1 }),
  })
  const deliveries = rows.slice(0, limit).map(toDelivery)
  return { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.id ?? null) : null }
}

/** A delivery of a webhook that was found. Throws `not_found`. */
export async function requireDelivery(webhookId: string, id: string): Promise<DeliveryRow> {
  const row = deliveryIdSchema.safeParse(id).success
    ? await database().webhookDelivery.findFirst({ where: { id, webhookId }, include: deliveryInclude })
    : null
  if (!row) throw new StudioError('not_found', 'There is no such delivery. They are kept for 30 days.')
  return row
}
