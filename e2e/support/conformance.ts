import { z } from 'zod'
import { METHODS, type OpenApiDocument, type Response } from '@/lib/openapi/types'
import { openApiValidator, type Validate } from '@/lib/testing/openapi-validator'

/** An answer of the studio, read to its end. */
export type Answer = { status: number; headers: Headers; bytes: Uint8Array }

/** Which operation was asked: a path of the document and a method, which the document may not have. */
export type Asked = { path: string; method: string }

/** Says in what an answer is not as the document has it, each fault in one line. */
export type Conformance = (asked: Asked, answer: Answer) => string[]

const errorTypeSchema = z.object({ error: z.object({ type: z.string(), message: z.string().min(10) }) })
const ERROR = { $ref: '#/components/schemas/Error' }

/** The studio's own document, as it serves it. */
export async function fetchDocument(url: string): Promise<OpenApiDocument> {
  return asDocument(await (await fetch(`${url}/v1/openapi.json`)).json())
}

/** Every documented status, media type, body, error type and the headers that go with them. */
export function conformance(document: OpenApiDocument): Conformance {
  const validator = openApiValidator(document)
  const validators = new Map<string, Validate>()
  const validate = (schema: object, value: unknown) => {
    const key = JSON.stringify(schema)
    const known = validators.get(key) ?? validator(schema)
    validators.set(key, known)
    return known(value)
  }
  return ({ path, method }, answer) => {
    const item = document.paths[path] ?? {}
    const known = METHODS.find((name) => name === (method === 'HEAD' ? 'get' : method.toLowerCase()))
    const operation = known && item[known]
    const id = /^req_[0-9a-f]{32}$/.test(answer.headers.get('x-request-id') ?? '') ? [] : ['no x-request-id']
    if (!operation) return [...id, ...wrongMethod(Object.keys(item), method, answer, validate)]
    const response = operation.responses[answer.status]
    if (!response) return [`status ${answer.status} is not documented: ${textOf(answer).slice(0, 200)}`]
    return [...id, ...retryFaults(answer), ...bodyFaults(method, response, answer, validate)]
  }
}

type Check = (schema: object, value: unknown) => string[]

/** A method the document does not have: 405 naming those it has, or the same as the answer to OPTIONS. */
function wrongMethod(methods: string[], method: string, answer: Answer, validate: Check): string[] {
  const allowed = answer.headers
    .get('allow')
    ?.toLowerCase()
    .split(', ')
    .filter((name) => name !== 'head')
  const wanted = [...methods].sort().join()
  const faults = allowed?.sort().join() === wanted ? [] : [`allow is ${allowed}, not ${wanted}`]
  if (method === 'OPTIONS') return answer.status === 204 ? faults : [`OPTIONS: ${answer.status}`, ...faults]
  if (answer.status !== 405) return [`a wrong method is answered ${answer.status}`, ...faults]
  return method === 'HEAD' ? faults : [...faults, ...validate(ERROR, jsonOf(answer))]
}

function retryFaults({ status, headers }: Answer): string[] {
  const missing = status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? '')
  return missing ? ['429 without Retry-After'] : []
}

function bodyFaults(method: string, response: Response, answer: Answer, validate: Check): string[] {
  if (method === 'HEAD' || !response.content)
    return answer.bytes.length === 0 ? [] : [`a body of ${answer.bytes.length} bytes where there is none`]
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const content = response.content[type]
  if (!content) return [`content type ${type} is not documented`]
  if (type !== 'application/json') return answer.bytes.length > 0 ? [] : ['an empty file']
  const body = jsonOf(answer)
  return [...validate(content.schema, body), ...typeFaults(response['x-error-types'], body)]
}

function typeFaults(types: string[] | undefined, body: unknown): string[] {
  if (!types) return []
  const parsed = errorTypeSchema.safeParse(body)
  if (!parsed.success) return ['no error with a type and a sentence']
  const { type } = parsed.data.error
  return types.includes(type) ? [] : [`error type ${type} is not documented with this status`]
}

function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(textOf(answer))
  } catch {
    return undefined
  }
}

export function textOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes)
}

/** What the studio serves is typed where it is made; tests of the document itself are beside it. */
function asDocument(value: unknown): OpenApiDocument {
  return value as OpenApiDocument
}
