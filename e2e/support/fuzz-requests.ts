import fc from 'fast-check'
import {
  METHODS,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Schema,
} from '@/lib/openapi/types'
import { createValues, type Samples, type Values } from './fuzz-values'

/** A request, and which operation it means. */
export type FuzzRequest = {
  path: string
  method: string
  /** Path and query as they go over the wire. */
  target: string
  headers: Record<string, string>
  body: Uint8Array | null
}

/** What a generator knows of the studio it is for. */
export type Ground = {
  key: string
  /** Name of the session's cookie. */
  cookie: string
  /** Ids that exist, by the name of their parameter. */
  ids: Record<string, string[]>
  samples: Samples
}

type Shape = { target: string; headers: Record<string, string>; body: Uint8Array | null; method: string }
type Change = fc.Arbitrary<Partial<Shape>>

const ODD_IDS = [
  'video_000000000000000000000000',
  '018f0000-0000-7000-8000-000000000000',
  'undefined',
  '%00',
  'a%00b',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%F0%9F%99%82',
  '%ED%A0%80',
  '%FF',
  `${'x'.repeat(300)}`,
  "'%20or%201=1%20--",
  'video_8A1F2C3D4E5F6A7B8C9D0E1F',
]

const ODD_QUERIES = [
  '',
  '?',
  '?limit=1&limit=2',
  '?x=%00',
  `?q=${'y'.repeat(6000)}`,
  '?=&&==',
  '?status[]=queued',
  '?after=%F0',
]

const ODD_HEADERS: Record<string, string>[] = [
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer avs-nobody' },
  { authorization: 'Basic YWRhOmFkYQ==' },
  { authorization: 'Bearer \u00e9\u00e9' },
  { accept: 'text/html' },
  { 'accept-language': 'x'.repeat(2000) },
  { 'content-encoding': 'gzip' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'used twice' },
  { 'idempotency-key': 'used-twice' },
  { 'idempotency-key': 'k'.repeat(256) },
  { 'idempotency-key': 'k\u00e4se' },
  { 'if-none-match': '*' },
  { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  { range: 'bytes=0-0' },
  { range: 'bytes=99999999999-' },
  { range: 'bytes=-0' },
  { range: 'bytes=5-1,7-' },
  { range: 'lines=1-2' },
  { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-for': '::1' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-middleware-subrequest': 'middleware' },
]

const ODD_TYPES = [
  '',
  'text/plain',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=other',
  'multipart/mixed; boundary=edge',
  'APPLICATION/JSON',
]

const ODD_BODIES = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"a":1',
  '\ufeff{}',
  '{"a":\u0000}',
  '--edge',
  '--edge\r\n\r\n',
  '['.repeat(9000),
]

/**
 * Requests to every operation of the document, as many to each, made of its schemas; mixed, but for those that delete,
 * which come last. The same seed gives the same.
 */
export function fuzzRequests(
  document: OpenApiDocument,
  ground: Ground,
  { seed, each }: { seed: number; each: number },
): FuzzRequest[] {
  const values = createValues(document.components.schemas, ground.samples)
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ path, method, operation, absent: METHODS.filter((name) => !item[name]) }] : []
    }),
  )
  const requests = operations.flatMap((operation, index) =>
    fc.sample(requestsTo({ ...operation, ground, values }), { seed: seed + index, numRuns: each }),
  )
  const [mixed = []] = fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), {
    seed,
    numRuns: 1,
  })
  const deletes = (request: FuzzRequest) => Number(request.method === 'DELETE')
  return mixed.toSorted((a, b) => deletes(a) - deletes(b))
}

type Aim = {
  path: string
  method: Method
  operation: Operation
  /** Methods that the path does not have. */
  absent: Method[]
  ground: Ground
  values: Values
}

/** A request as it should be, or changed in one respect. */
function requestsTo(aim: Aim): fc.Arbitrary<FuzzRequest> {
  const { path, method, operation, absent, ground, values } = aim
  const wrongMethods = ['PUT', 'OPTIONS', ...absent.map((name) => name.toUpperCase())]
  const parameters = operation.parameters ?? []
  const queryOf = (of: (schema: Schema) => fc.Arbitrary<unknown>) => queries(parameters, of)
  const right = fc
    .tuple(targets(path, ground), queryOf(values.fitting), bodies(operation, values.fitting))
    .map(
      ([target, query, body]): Shape => ({
        target: target + query,
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${ground.key}`, ...body.headers },
        body: body.body ?? null,
      }),
    )
  const changes: [number, Change][] = [
    [3, fc.constant({})],
    [2, fc.constantFrom(...ODD_IDS).map((id) => ({ target: path.replace(/\{\w+\}/g, id) }))],
    [
      1,
      fc
        .tuple(targets(path, ground), fc.constantFrom(...ODD_QUERIES))
        .map(([target, query]) => ({ target: target + query })),
    ],
    [
      2,
      fc
        .tuple(targets(path, ground), queryOf(values.wrong))
        .map(([target, query]) => ({ target: target + query })),
    ],
    [2, fc.constantFrom(...ODD_HEADERS).map((headers) => ({ headers }))],
    [1, oddCookies(ground)],
    [
      1,
      fc
        .tuple(targets(path, ground), fc.constantFrom(...wrongMethods))
        .map(([target, wrong]) => ({ target, method: wrong })),
    ],
    ...(operation.requestBody ? bodyChanges(operation, values) : []),
  ]
  const change = fc.oneof(...changes.map(([weight, arbitrary]) => ({ weight, arbitrary })))
  return fc.tuple(right, change).map(([shape, changed]) => {
    const headers = { ...shape.headers, ...changed.headers }
    const { method: asked, ...request } = { ...shape, ...changed, headers }
    return {
      path,
      method: asked,
      ...request,
      body: asked === 'HEAD' || asked === 'GET' ? null : request.body,
    }
  })
}

/** Sessions that are none. */
function oddCookies({ cookie }: Ground): Change {
  const values = ['', '%zz', 'eyJhbGciOiJub25lIn0..', 'x'.repeat(4000)]
  return fc
    .constantFrom(...values)
    .map((value) => ({ headers: { authorization: '', cookie: `theme=%zz; ${cookie}=${value}; ;;=` } }))
}

function bodyChanges(operation: Operation, values: Values): [number, Change][] {
  const text = fc.constantFrom(...ODD_BODIES).map((body) => new TextEncoder().encode(body))
  return [
    [6, bodies(operation, values.missing)],
    [1, text.map((body) => ({ body }))],
    [1, fc.constantFrom(...ODD_TYPES).map((type) => ({ headers: { 'content-type': type } }))],
  ]
}

function targets(path: string, { ids }: Ground): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return fc
    .tuple(...names.map((name) => fc.constantFrom(...(ids[name] ?? ODD_IDS))))
    .map((chosen) =>
      names.reduce((target, name, index) => target.replace(`{${name}}`, chosen[index] ?? ''), path),
    )
}

function queries(
  parameters: Parameter[],
  of: (schema: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<string> {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const fields = Object.fromEntries(inQuery.map(({ name, schema }) => [name, of(schema)]))
  return fc.record(fields, { requiredKeys: [] }).map((chosen) => {
    const pairs = Object.entries(chosen).map(([name, value]): [string, string] => [
      name,
      String(value).slice(0, 600),
    ])
    return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
  })
}

/** A body of one of the kinds the operation takes, with its content type; `of` makes the value it holds. */
function bodies(operation: Operation, of: (schema: Schema) => fc.Arbitrary<unknown>): Change {
  const kinds = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    of(schema).map((value) => (type === 'application/json' ? jsonBody(value) : formBody(value))),
  )
  return kinds.length > 0 ? fc.oneof(...kinds) : fc.constant({})
}

function jsonBody(value: unknown): Partial<Shape> {
  const body = new TextEncoder().encode(JSON.stringify(value) ?? '')
  return { headers: { 'content-type': 'application/json' }, body }
}

/** Fields that hold a data URI go as files, everything that is no text as JSON. */
function formBody(value: unknown): Partial<Shape> {
  const parts = Object.entries(value ?? {}).flatMap(([name, field]) => {
    if (field === undefined) return []
    const [, type, base64] = /^data:([\w/]+);base64,(.+)$/.exec(String(field)) ?? []
    const disposition = `Content-Disposition: form-data; name="${name}"`
    const file = type ? `${disposition}; filename="file"\r\nContent-Type: ${type}` : disposition
    const text = typeof field === 'string' ? field : JSON.stringify(field)
    return [`--edge\r\n${file}\r\n\r\n`, base64 ? Buffer.from(base64, 'base64') : text, '\r\n']
  })
  const body = Buffer.concat(
    [...parts, '--edge--\r\n'].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  )
  return { headers: { 'content-type': 'multipart/form-data; boundary=edge' }, body }
}
