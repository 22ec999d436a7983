import { z } from 'zod'
import { studioVideoSchema } from '@/lib/boson/schemas'

/** What a webhook can ask to hear of. A cancelled video is a failed one, with `error_type: "cancelled"`. */
export const VIDEO_EVENTS = ['video.completed', 'video.failed'] as const
export type VideoEvent = (typeof VIDEO_EVENTS)[number]
/** Sent on request only, to any webhook. */
export const TEST_EVENT = 'webhook.test'

export const MAX_WEBHOOKS = 10

const urlSchema = z.string().trim().min(1).max(2000).meta({
  description:
    'An http or https address of a public server. Events are POSTed to it; redirects are not followed.',
})

const eventsSchema = z
  .array(z.enum(VIDEO_EVENTS))
  .min(1, 'Name at least one event')
  .transform((events) => VIDEO_EVENTS.filter((event) => events.includes(event)))
  .meta({ description: 'The events to hear of.' })

/** Body of `POST /v1/webhooks`. */
export const createWebhookSchema = z
  .strictObject({ url: urlSchema, events: eventsSchema.default([...VIDEO_EVENTS]) })
  .meta({ description: 'A new webhook.' })
export type CreateWebhook = z.infer<typeof createWebhookSchema>

/** Body of `PATCH /v1/webhooks/{id}`: what is left out stays as it is. */
export const updateWebhookSchema = z
  .strictObject({
    url: urlSchema.optional(),
    events: eventsSchema.optional(),
    enabled: z.boolean().optional().meta({
      description: 'False pauses the webhook: it hears of nothing new, and what is waiting waits.',
    }),
  })
  .meta({ description: 'Changes to a webhook.' })
export type UpdateWebhook = z.infer<typeof updateWebhookSchema>

const unixTime = z.number().int().meta({ description: 'Unix time in seconds.' })
const deliveryStatusSchema = z.enum(['pending', 'delivered', 'failed'])

/** A webhook as the API shows it. The secret is not part of it. */
export const webhookSchema = z
  .object({
    id: z.string(),
    object: z.literal('webhook'),
    url: z.string(),
    events: z.array(z.enum(VIDEO_EVENTS)),
    enabled: z.boolean().meta({ description: 'False while paused, and after the receiver answered 410.' }),
    created_at: unixTime,
    created_by: z.string().meta({ description: 'The name of whoever added it.' }),
    previous_secret_expires_at: unixTime.nullable().meta({
      description: 'Until then the secret before the last rotation signs as well. Unix time in seconds.',
    }),
    last_delivery: z
      .object({ type: z.string(), status: deliveryStatusSchema, created_at: unixTime })
      .nullable()
      .meta({ description: 'The newest event sent, or to be sent.' }),
  })
  .meta({ description: 'An address that is told when videos end.' })
export type WebhookView = z.infer<typeof webhookSchema>

/** The answer to creating and rotating: the only two that carry the secret. */
export const webhookWithSecretSchema = webhookSchema
  .extend({
    secret: z.string().meta({
      description: 'Signs the deliveries, as Standard Webhooks has it. Shown this once: keep it.',
    }),
  })
  .meta({ description: 'A webhook with its new secret.' })
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>

export const webhookListSchema = z
  .object({ object: z.literal('list'), data: z.array(webhookSchema) })
  .meta({ description: 'The webhooks of a team, oldest first.' })

export const deletedWebhookSchema = z
  .object({ id: z.string(), object: z.literal('webhook'), deleted: z.literal(true) })
  .meta({ description: 'A webhook that is gone, with its deliveries.' })

const eventBase = {
  id: z.string().meta({ description: 'The same in every webhook that hears of this event.' }),
  object: z.literal('event'),
  created_at: unixTime,
}

/** The body that is POSTed to a webhook's address. */
export const eventSchema = z
  .discriminatedUnion('type', [
    z.object({ ...eventBase, type: z.literal('video.completed'), data: studioVideoSchema }),
    z.object({ ...eventBase, type: z.literal('video.failed'), data: studioVideoSchema }),
    z.object({
      ...eventBase,
      type: z.literal(TEST_EVENT),
      data: z.object({ id: z.string(), object: z.literal('webhook') }),
    }),
  ])
  .meta({ description: 'What a webhook is told.' })
export type WebhookEvent = z.infer<typeof eventSchema>

export const deliveryIdSchema = z.string().regex(/^msg_[0-9a-f]{24}$/, 'Not the id of a delivery')

/** One try of a delivery. */
const trySchema = z
  .object({
    id: z.string(),
    at: unixTime,
    status: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'HTTP status of the answer; null where there was none.' }),
    error: z.string().nullable().meta({ description: 'Why it was not accepted, in one sentence.' }),
    ms: z.number().int().meta({ description: 'How long it took, in milliseconds.' }),
  })
  .meta({ description: 'One try to deliver an event.' })

/** One event for one webhook, with everything that was tried. */
export const deliverySchema = z
  .object({
    id: z.string().meta({ description: 'The header webhook-id, the same on every try.' }),
    object: z.literal('webhook.delivery'),
    webhook_id: z.string(),
    type: z.enum([...VIDEO_EVENTS, TEST_EVENT]),
    status: deliveryStatusSchema,
    created_at: unixTime,
    finished_at: unixTime.nullable(),
    next_attempt_at: unixTime.nullable().meta({ description: 'When it is tried next, while it is pending.' }),
    event: z.record(z.string(), z.unknown()).meta({ description: 'The body that is sent.' }),
    tries: z.array(trySchema).meta({ description: 'Newest first.' }),
  })
  .meta({ description: 'One event for one webhook, with everything that was tried.' })
export type DeliveryView = z.infer<typeof deliverySchema>

export const deliveryListSchema = z
  .object({
    object: z.literal('list'),
    data: z.array(deliverySchema),
    has_more: z.boolean(),
    last_id: z.string().nullable(),
  })
  .meta({ description: 'Deliveries of a webhook, newest first.' })

/** Query of `GET /v1/webhooks/{id}/deliveries`. */
export const listDeliveriesSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: deliveryIdSchema.optional().meta({ description: 'The last_id of the page before.' }),
})
export type ListDeliveries = z.infer<typeof listDeliveriesSchema>
