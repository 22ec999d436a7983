import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { parse } from 'yaml'
import { z } from 'zod'
import { openApiValidator } from '@/lib/testing/openapi-validator'
import { type Answer, type Conformance, conformance, fetchDocument, textOf } from './conformance'

export type Ask = {
  /** Values of the path's parameters. */
  params?: Record<string, string>
  query?: Record<string, string>
  json?: unknown
  form?: Record<string, string | Blob>
  /** Bytes and their content type. */
  raw?: { body: string; type: string }
  headers?: Record<string, string>
  /** Another key than the client's; none for an empty one. */
  key?: string
}

/** An answer with its body, where that is JSON. */
export type Told = Answer & { body: Record<string, unknown> }

const CREATE = '/v1/videos'
const bodySchema = z.record(z.string(), z.unknown())

const contractSchema = z.object({
  paths: z.object({
    [CREATE]: z.object({
      post: z.object({
        responses: z.record(
          z.string(),
          z.object({ content: z.object({ 'application/json': z.object({ schema: z.looseObject({}) }) }) }),
        ),
      }),
    }),
  }),
  components: z.looseObject({}),
})

const contract = contractSchema.parse(parse(readFileSync('lib/openapi/create-video.openapi.yaml', 'utf8')))
const contractValidator = openApiValidator(contract)

/**
 * Asks a studio over HTTP, and expects every answer to be as the studio's document has it; those of `POST /v1/videos` as
 * the contract file has it too.
 */
export class DocumentedClient {
  private constructor(
    readonly url: string,
    readonly key: string,
    private readonly conforms: Conformance,
  ) {}

  static async of({ url, key }: { url: string; key: string }): Promise<DocumentedClient> {
    return new DocumentedClient(url, key, conformance(await fetchDocument(url)))
  }

  async ask(method: string, path: string, { params = {}, query, ...rest }: Ask = {}): Promise<Told> {
    const { body, headers } = payload(rest)
    const { key = this.key } = rest
    const target = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const response = await fetch(`${this.url}${target}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      method,
      body,
      headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers, ...rest.headers },
    })
    const answer = {
      status: response.status,
      headers: response.headers,
      bytes: new Uint8Array(await response.arrayBuffer()),
    }
    expect(this.conforms({ path, method }, answer), `${method} ${path}`).toEqual([])
    if (method === 'POST' && path === CREATE) expect(contractFaults(answer)).toEqual([])
    return { ...answer, body: jsonOf(answer) }
  }
}

/** Faults of an answer to `POST /v1/videos` by the contract file, for the statuses that it has. */
function contractFaults(answer: Answer): string[] {
  const response = contract.paths[CREATE].post.responses[answer.status]
  return response ? contractValidator(response.content['application/json'].schema)(jsonOf(answer)) : []
}

function payload({ json, form, raw }: Ask): { body?: BodyInit; headers?: Record<string, string> } {
  if (raw) return { body: raw.body, headers: { 'content-type': raw.type } }
  if (json !== undefined)
    return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
  if (!form) return {}
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') data.set(name, value)
    else data.set(name, value, 'file')
  }
  return { body: data }
}

function jsonOf(answer: Answer): Record<string, unknown> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') && answer.bytes.length > 0
  return isJson ? bodySchema.parse(JSON.parse(textOf(answer))) : {}
}
