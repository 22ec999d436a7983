import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openApiValidator } from '@/lib/testing/openapi-validator'
import nextConfig from '../../next.config.js'
import { openApiDocument } from './document'
import { ref } from './schema'
import { METHODS } from './types'

const recordsSchema = z.record(z.string(), z.record(z.string(), z.unknown()))
const document = openApiDocument()
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
)

/** Parameters have names of their own in the document, `[id]` and `:id` where Next routes. */
const shapeOf = (address: string) => address.replace(/\[\w+\]|\{\w+\}|:\w+/g, '{}')

type RouteModule = { OPTIONS: (request: Request, context: { params: Promise<object> }) => Promise<Response> }

/** What a route file says it can do: a file without a handler for a method answers 405. */
async function methodsOf(file: string): Promise<string[]> {
  const { OPTIONS }: RouteModule = await import(pathToFileURL(path.resolve(file)).href)
  const answer = await OPTIONS(new Request('http://studio/', { method: 'OPTIONS' }), {
    params: Promise.resolve({}),
  })
  const allowed = answer.headers.get('allow')?.toLowerCase().split(', ') ?? []
  return allowed.filter((method) => method !== 'head')
}

async function servedRoutes(): Promise<string[]> {
  const files = readdirSync('app/v1', { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'route.ts' && !file.startsWith('[['),
  )
  const ofFiles = files.map(async (file) => {
    const address = shapeOf(`/v1/${path.dirname(file)}`)
    return (await methodsOf(`app/v1/${file}`)).map((method) => `${method} ${address}`)
  })
  const rewrites = z.array(z.object({ source: z.string() })).parse(await nextConfig.rewrites?.())
  const media = rewrites
    .filter(({ source }) => source.startsWith('/v1/'))
    .map(({ source }) => `get ${shapeOf(source)}`)
  return [...(await Promise.all(ofFiles)).flat(), ...media].sort()
}

it('has every route and method that is served, and no other', async () => {
  const documented = operations.map(({ path, method }) => `${method} ${shapeOf(path)}`).sort()
  expect(documented).toEqual(await servedRoutes())
})

it('names each operation once, and every parameter of its path', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = operation.parameters?.filter((parameter) => parameter.in === 'path')
    expect(
      (declared ?? []).map(({ name, description }) => description && name),
      path,
    ).toEqual(inPath)
  }
})

it('refers only to what it has, and its schemas tell what fits from what does not', () => {
  const sections = recordsSchema.parse(document.components)
  const references = JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)
  for (const [reference, section = '', name = ''] of references)
    expect(sections[section], reference).toHaveProperty(name)

  const validator = openApiValidator(document)
  for (const name of Object.keys(document.components.schemas)) {
    const validate = validator(ref(name))
    expect(validate(7), name).not.toEqual([])
  }
  const request = validator(ref('CreateVideoRequest'))
  expect(request({ ref_image: 'a', input: null, input_tts: { input: 'Hello' } })).toEqual([])
  expect(request({ ref_image: 'a', input_tts: { input: 'Hello', colour: 'red' } })).not.toEqual([])
})

it('lists every tag it uses, with a description', () => {
  const tags = document.tags.map(({ name }) => name)
  expect([...new Set(operations.flatMap(({ operation }) => operation.tags))].sort()).toEqual(tags.sort())
})
