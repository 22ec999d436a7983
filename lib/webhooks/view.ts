import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { unixSeconds } from '@/lib/unix-seconds'
import { type DeliveryView, deliverySchema, VIDEO_EVENTS, type WebhookView } from './schema'

export const webhookInclude = {
  createdBy: { select: { name: true } },
  deliveries: {
    select: { type: true, status: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 1,
  },
} satisfies Prisma.WebhookInclude
export type WebhookRow = Prisma.WebhookGetPayload<{ include: typeof webhookInclude }>

/** A row as the API shows it: everything but the secrets. */
export function toWebhook(row: WebhookRow): WebhookView {
  const [last] = row.deliveries
  const { previousSecretUntil } = row
  const stillSigns = previousSecretUntil !== null && previousSecretUntil > new Date()
  return {
    id: row.id,
    object: 'webhook',
    url: row.url,
    events: VIDEO_EVENTS.filter((event) => row.events.includes(event)),
    enabled: row.enabled,
    created_at: unixSeconds(row.createdAt),
    created_by: row.createdBy.name,
    previous_secret_expires_at: stillSigns ? unixSeconds(previousSecretUntil) : null,
    last_delivery: last
      ? { type: last.type, status: last.status, created_at: unixSeconds(last.createdAt) }
      : null,
  }
}

export const deliveryInclude = {
  tries: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.WebhookDeliveryInclude
export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<{ include: typeof deliveryInclude }>

const payloadSchema = z.record(z.string(), z.unknown())

export function toDelivery(row: DeliveryRow): DeliveryView {
  return {
    id: row.id,
    object: 'webhook.delivery',
    webhook_id: row.webhookId,
    type: deliverySchema.shape.type.parse(row.type),
    status: row.status,
    created_at: unixSeconds(row.createdAt),
    finished_at: row.finishedAt && unixSeconds(row.finishedAt),
    next_attempt_at: row.status === 'pending' ? unixSeconds(row.nextAttemptAt) : null,
    event: payloadSchema.parse(row.payload),
    tries: row.tries.map(({ id, at, status, error, ms }) => ({ id, at: unixSeconds(at), status, error, ms })),
  }
}
