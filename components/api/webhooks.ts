import type {
  DeliveryView,
  UpdateWebhook,
  VideoEvent,
  WebhookView,
  WebhookWithSecret,
} from '@/lib/webhooks/schema'
import { json, request, send } from './request'

const schemas = () => import('@/lib/webhooks/schema')
const asDeliveryList = async () => (await schemas()).deliveryListSchema
const asDelivery = async () => (await schemas()).deliverySchema
const asWebhookList = async () => (await schemas()).webhookListSchema
const asWebhook = async () => (await schemas()).webhookSchema
const asWebhookWithSecret = async () => (await schemas()).webhookWithSecretSchema

const path = (id: string, rest = '') => `/v1/webhooks/${encodeURIComponent(id)}${rest}`

/** The team's webhooks, oldest first. */
export async function listWebhooks(signal?: AbortSignal): Promise<WebhookView[]> {
  return (await request('/v1/webhooks', asWebhookList, { signal })).data
}

export type WebhookInputs = { url: string; events: VideoEvent[] }

/** The answer carries the secret, as that of `rotateSecret` does and no other. */
export function addWebhook(inputs: WebhookInputs): Promise<WebhookWithSecret> {
  return request('/v1/webhooks', asWebhookWithSecret, json('POST', inputs))
}

export function changeWebhook(id: string, changes: UpdateWebhook): Promise<WebhookView> {
  return request(path(id), asWebhook, json('PATCH', changes))
}

export async function deleteWebhook(id: string): Promise<void> {
  await send(path(id), { method: 'DELETE' })
}

export function rotateSecret(id: string): Promise<WebhookWithSecret> {
  return request(path(id, '/rotate'), asWebhookWithSecret, { method: 'POST' })
}

export function sendTest(id: string): Promise<DeliveryView> {
  return request(path(id, '/test'), asDelivery, { method: 'POST' })
}

export type DeliveryPage = { deliveries: DeliveryView[]; next: string | null }

/** One page of a webhook's deliveries, newest first; `next` is the cursor of the following page. */
export async function listDeliveries(
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<DeliveryPage> {
  const query = new URLSearchParams({ limit: '10', ...(after && { after }) })
  const page = await request(path(id, `/deliveries?${query}`), asDeliveryList, { signal })
  return { deliveries: page.data, next: page.last_id }
}

export function redeliver({ webhook_id, id }: DeliveryView): Promise<DeliveryView> {
  return request(path(webhook_id, `/deliveries/${encodeURIComponent(id)}/redeliver`), asDelivery, {
    method: 'POST',
  })
}
