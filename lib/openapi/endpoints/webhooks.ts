import { listDeliveriesSchema } from '@/lib/webhooks/schema'
import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'

const tag = 'Webhooks'

const DELIVERY: Endpoint['callbacks'] = {
  event: {
    '{$request.body#/url}': {
      post: {
        summary: 'An event',
        requestBody: { required: true, content: jsonContent('WebhookEvent') },
        responses: {
          '2XX': { description: 'It was taken. Anything else is tried again later.' },
          '410': { description: 'Nothing more is wanted: the webhook is paused.' },
        },
      },
    },
  },
}

export const webhookEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    tag,
    summary: 'List webhooks',
    answers: { 200: jsonAnswer('The webhooks of your team, oldest first.', 'WebhookList') },
  },
  {
    method: 'post',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    tag,
    summary: 'Add a webhook',
    description: 'The answer holds the secret that signs its deliveries. It is shown this once.',
    body: { content: jsonContent('CreateWebhookRequest') },
    answers: { 200: jsonAnswer('The webhook, with its secret.', 'WebhookWithSecret') },
    callbacks: DELIVERY,
    errors: ['invalid_url', 'conflict', 'payload_too_large'],
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/webhooks/{webhook_id}',
    operationId: 'retrieveWebhook',
    tag,
    summary: 'Retrieve a webhook',
    answers: { 200: jsonAnswer('The webhook.', 'Webhook') },
    errors: ['not_found'],
  },
  {
    method: 'patch',
    path: '/v1/webhooks/{webhook_id}',
    operationId: 'updateWebhook',
    tag,
    summary: 'Change a webhook',
    body: { content: jsonContent('UpdateWebhookRequest') },
    answers: { 200: jsonAnswer('The webhook as it is now.', 'Webhook') },
    errors: ['invalid_url', 'not_found', 'payload_too_large'],
  },
  {
    method: 'delete',
    path: '/v1/webhooks/{webhook_id}',
    operationId: 'deleteWebhook',
    tag,
    summary: 'Delete a webhook',
    description: 'What is still to be delivered goes with it.',
    answers: { 200: jsonAnswer('It is gone.', 'DeletedWebhook') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/v1/webhooks/{webhook_id}/rotate',
    operationId: 'rotateWebhookSecret',
    tag,
    summary: 'Change the secret of a webhook',
    description: 'The old secret signs as well for a while, so that a receiver can change over at leisure.',
    answers: { 200: jsonAnswer('The webhook, with its new secret.', 'WebhookWithSecret') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/v1/webhooks/{webhook_id}/test',
    operationId: 'testWebhook',
    tag,
    summary: 'Send a test event',
    description: 'Sends `webhook.test`, whatever events the webhook hears of.',
    answers: { 200: jsonAnswer('The delivery, pending.', 'WebhookDelivery') },
    errors: ['not_found', 'conflict'],
  },
  {
    method: 'get',
    path: '/v1/webhooks/{webhook_id}/deliveries',
    operationId: 'listWebhookDeliveries',
    tag,
    summary: 'List the deliveries of a webhook',
    description: 'Each event with every try to deliver it, for 30 days.',
    query: listDeliveriesSchema,
    answers: { 200: jsonAnswer('A page of deliveries, newest first.', 'WebhookDeliveryList') },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver',
    operationId: 'redeliverWebhookDelivery',
    tag,
    summary: 'Deliver an event again',
    answers: { 200: jsonAnswer('The delivery, pending.', 'WebhookDelivery') },
    errors: ['not_found', 'conflict'],
  },
]
