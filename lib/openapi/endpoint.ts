import type { z } from 'zod'
import { type ErrorType, isErrorType } from '@/lib/boson/errors'
import { ERROR_GUIDE, groupByStatus } from './error-guide'
import { inlineSchema, ref } from './schema'
import type { Content, Header, Method, Operation, Parameter, Response, Schema } from './types'

/** One thing the API can do, said once: the document's operation is made from it. */
export type Endpoint = {
  method: Method
  path: string
  operationId: string
  tag: string
  summary: string
  description?: string
  query?: z.ZodType
  body?: { content: Content; required?: boolean; description?: string }
  /** What is answered when all goes well, by status. */
  answers: Record<number, Response>
  callbacks?: Operation['callbacks']
  /** What it refuses, beside what every endpoint does. */
  errors?: ErrorType[]
  /** Descriptions of refusals where the contract words them, by status. */
  wording?: Record<number, string>
  /** Takes the header `Idempotency-Key`. */
  idempotent?: boolean
  /** Does not count towards the rate limit. */
  uncounted?: boolean
  /** Needs no key, and does not count either. */
  open?: boolean
}

const PATH_PARAMETERS: Record<string, string> = {
  video_id: 'Id of a video: `video_` and 24 hex digits.',
  batch_id: 'Id of a batch: `batch_` and 24 hex digits.',
  link_id: 'Id of a link.',
  variant: 'Which file: `gif` or `captioned`.',
  voice: 'Name of a custom voice: `voice_` and 64 hex digits.',
  pronunciation_id: 'Id of a pronunciation.',
  webhook_id: 'Id of a webhook.',
  delivery_id: 'Id of a delivery, `msg_…`: the header `webhook-id`.',
  key_id: 'Id of an API key.',
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of your own, new for each thing you want done. For 24 hours the same key is answered with the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

/** Headers that answers refer to. */
export const HEADERS: Record<string, Header> = {
  RequestId: {
    description: 'Names this request in the studio’s log.',
    schema: { type: 'string', example: 'req_5f2c8a1e9b7d4c3fa6e0d1b2c3d4e5f6' },
  },
  RateLimitLimit: {
    description: 'Requests a key may make in a minute.',
    schema: { type: 'integer' },
  },
  RateLimitRemaining: {
    description: 'How many of them are left.',
    schema: { type: 'integer', minimum: 0 },
  },
  RateLimitReset: {
    description: 'Seconds until all of them are there again.',
    schema: { type: 'integer', minimum: 1 },
  },
  RetryAfter: {
    description: 'Seconds after which trying again makes sense.',
    schema: { type: 'integer', minimum: 0 },
  },
}

const RATE_LIMIT = {
  'RateLimit-Limit': { $ref: '#/components/headers/RateLimitLimit' },
  'RateLimit-Remaining': { $ref: '#/components/headers/RateLimitRemaining' },
  'RateLimit-Reset': { $ref: '#/components/headers/RateLimitReset' },
}
const REQUEST_ID = { 'x-request-id': { $ref: '#/components/headers/RequestId' } }
const RETRY_AFTER = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }

/** What an endpoint is in the words of OpenAPI. */
export function operationOf(endpoint: Endpoint): Operation {
  const { tag, summary, description, operationId, body, callbacks } = endpoint
  const parameters = parametersOf(endpoint)
  return {
    tags: [tag],
    summary,
    ...(description && { description }),
    operationId,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, ...body } }),
    responses: responsesOf(endpoint),
    ...(callbacks && { callbacks }),
    ...(endpoint.open && { security: [] }),
  }
}

/** An answer in JSON. */
export function jsonAnswer(description: string, schema: string): Response {
  return { description, content: jsonContent(schema) }
}

export function jsonContent(schema: string): Content {
  return { 'application/json': { schema: ref(schema) } }
}

export const BINARY: Schema = { type: 'string', format: 'binary' }

function parametersOf({ path, query, idempotent }: Endpoint): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): Parameter => {
    return {
      name,
      in: 'path',
      required: true,
      description: PATH_PARAMETERS[name],
      schema: { type: 'string' },
    }
  })
  return [...inPath, ...(query ? queryParameters(query) : []), ...(idempotent ? [IDEMPOTENCY_KEY] : [])]
}

function queryParameters(query: z.ZodType): Parameter[] {
  const { properties = {}, required = [] } = inlineSchema(query)
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    schema,
  }))
}

function responsesOf(endpoint: Endpoint): Record<string, Response> {
  const answers = Object.entries(endpoint.answers).map(([status, { headers, ...answer }]) => [
    status,
    { ...answer, headers: { ...REQUEST_ID, ...(isCounted(endpoint) && RATE_LIMIT), ...headers } },
  ])
  const refusals = [...groupByStatus(errorTypes(endpoint))].map(([status, types]) => [
    String(status),
    refusal(types, endpoint.wording?.[status]),
  ])
  return Object.fromEntries([...answers, ...refusals])
}

function isCounted({ open, uncounted }: Endpoint): boolean {
  return !open && !uncounted
}

/** In the order of the guide, so that the document does not depend on the order of the endpoint's list. */
function errorTypes(endpoint: Endpoint): ErrorType[] {
  const { method, errors = [], idempotent, open } = endpoint
  // Any address can hold characters that nothing may hold.
  const types = new Set<ErrorType>([...errors, 'invalid_request', 'internal_error'])
  if (!open) types.add('invalid_api_key')
  if (isCounted(endpoint)) types.add('rate_limit_exceeded')
  if (!open && method !== 'get') types.add('permission_denied')
  if (idempotent) types.add('conflict')
  return Object.keys(ERROR_GUIDE)
    .filter(isErrorType)
    .filter((type) => types.has(type))
}

function refusal(types: ErrorType[], wording?: string): Response {
  const sentences = types.map((type) => `\`${type}\`: ${ERROR_GUIDE[type].when}`)
  const waits = types.some((type) => RETRIED_LATER.includes(type))
  return {
    description: wording ?? sentences.join(' '),
    headers: { ...REQUEST_ID, ...(waits && RETRY_AFTER) },
    content: jsonContent('Error'),
    'x-error-types': types,
  }
}

const RETRIED_LATER: ErrorType[] = ['all_replicas_busy', 'rate_limit_exceeded']
