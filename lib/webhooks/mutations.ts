import 'server-only'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { requireGuardedUrl } from '@/lib/http/guarded-fetch'
import { enqueue, newEvent, wakeSender } from './announce'
import { requireDelivery, requireWebhook } from './data'
import {
  type CreateWebhook,
  type DeliveryView,
  MAX_WEBHOOKS,
  TEST_EVENT,
  type UpdateWebhook,
  type WebhookView,
  type WebhookWithSecret,
} from './schema'
import { newSecret } from './signature'
import { toDelivery, toWebhook, webhookInclude } from './view'

/** How long the secret before a rotation goes on signing, for receivers to be told the new one. */
const ROTATION_MS = 24 * 60 * 60_000

/** Adds a webhook to the caller's team. Throws `invalid_url` for an address nothing may be sent to, `conflict`. */
export async function createWebhook(
  { teamId, userId }: Caller,
  { url, events }: CreateWebhook,
): Promise<WebhookWithSecret> {
  checkUrl(url)
  const secret = newSecret()
  const row = await database().$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from "Team" where id = ${teamId}::uuid for update`
    if ((await transaction.webhook.count({ where: { teamId } })) >= MAX_WEBHOOKS)
      throw new StudioError(
        'conflict',
        `A team can have ${MAX_WEBHOOKS} webhooks. Delete one that is no longer needed, then add this one.`,
      )
    const data = { teamId, createdById: userId, url, events, secret }
    return transaction.webhook.create({ data, include: webhookInclude })
  })
  return { ...toWebhook(row), secret }
}

/** Changes what is given. Throws `not_found`, and `invalid_url` as `createWebhook` does. */
export async function updateWebhook(
  teamId: string,
  id: string,
  changes: UpdateWebhook,
): Promise<WebhookView> {
  await requireWebhook(teamId, id)
  if (changes.url !== undefined) checkUrl(changes.url)
  return database().$transaction(async (transaction) => {
    const row = await transaction.webhook.update({ where: { id }, data: changes, include: webhookInclude })
    await wakeSender(transaction)
    return toWebhook(row)
  })
}

/** Removes a webhook with its deliveries, those still waiting too. Throws `not_found`. */
export async function deleteWebhook(teamId: string, id: string): Promise<void> {
  await requireWebhook(teamId, id)
  await database().webhook.deleteMany({ where: { id } })
}

/** Gives a webhook a new secret; the one before signs as well for a day. Throws `not_found`. */
export async function rotateSecret(teamId: string, id: string): Promise<WebhookWithSecret> {
  await requireWebhook(teamId, id)
  const secret = newSecret()
  const until = new Date(Date.now() + ROTATION_MS)
  await database().$executeRaw`
    update "Webhook" set "previousSecret" = "secret", "previousSecretUntil" = ${until}, "secret" = ${secret}
    where id = ${id}::uuid`
  return { ...toWebhook(await requireWebhook(teamId, id)), secret }
}

/** Queues a `webhook.test` event. Throws `not_found`, and `conflict` for a paused webhook. */
export async function sendTest(teamId: string, id: string): Promise<DeliveryView> {
  await requireEnabled(teamId, id)
  const event = { ...newEvent(), type: TEST_EVENT, data: { id, object: 'webhook' } } as const
  const [deliveryId = ''] = await database().$transaction((transaction) => enqueue(transaction, [id], event))
  return toDelivery(await requireDelivery(id, deliveryId))
}

/**
 * Sends a delivery again, now, with all its retries, under the same id. Throws `not_found`, and `conflict` for a paused
 * webhook.
 */
export async function redeliver(teamId: string, id: string, deliveryId: string): Promise<DeliveryView> {
  await requireEnabled(teamId, id)
  await requireDelivery(id, deliveryId)
  await database().$transaction(async (transaction) => {
    await transaction.webhookDelivery.updateMany({
      where: { id: deliveryId },
      data: { status: 'pending', attempts: 0, nextAttemptAt: new Date(), finishedAt: null },
    })
    await wakeSender(transaction)
  })
  return toDelivery(await requireDelivery(id, deliveryId))
}

async function requireEnabled(teamId: string, id: string): Promise<void> {
  const { enabled } = await requireWebhook(teamId, id)
  if (!enabled) throw new StudioError('conflict', 'This webhook is paused. Resume it, then send again.')
}

/** What can be told of an address without asking for it; the rest is found out with each delivery. */
function checkUrl(url: string): void {
  requireGuardedUrl(url, { param: 'url', allowPrivate: env.fetchPrivateAddresses })
}
