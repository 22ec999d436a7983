import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { openApiDocument } from './document'

const contractSchema = z.looseObject({
  paths: z.record(z.string(), z.unknown()),
  components: z.record(z.string(), z.unknown()),
})
const contract = contractSchema.parse(parse(readFileSync('lib/openapi/create-video.openapi.yaml', 'utf8')))
const document = contractSchema.parse(JSON.parse(JSON.stringify(openApiDocument())))

type Difference = { missing: string[]; changed: string[]; added: string[] }

/** Where `ours` is not `theirs`, by path. Values that are neither objects nor absent must be equal. */
function compare(theirs: unknown, ours: unknown, path: string, found: Difference): Difference {
  const before = z.record(z.string(), z.unknown()).safeParse(theirs)
  const after = z.record(z.string(), z.unknown()).safeParse(ours)
  if (before.success && after.success) {
    for (const [key, value] of Object.entries(before.data)) {
      if (key in after.data) compare(value, after.data[key], `${path}/${key}`, found)
      else found.missing.push(`${path}/${key}`)
    }
    for (const key of Object.keys(after.data)) if (!(key in before.data)) found.added.push(`${path}/${key}`)
  } else if (JSON.stringify(theirs) !== JSON.stringify(ours)) found.changed.push(path)
  return found
}

/** What a program written for the contract does not notice: more answers, their headers, headers and fields it need not send. */
const ADDITIVE = [
  /^paths\/\/v1\/videos\/(get|patch|post\/parameters)$/,
  /^paths\/\/v1\/videos\/post\/responses\/(\d{3}|\d{3}\/(headers|x-error-types))$/,
  /^paths\/\/v1\/videos\/post\/requestBody\/content\/multipart\/form-data\/schema\/properties\/(crop|face|provider|version_of)$/,
  /^components\/schemas\/CreateVideoRequest\/properties\/(crop|face|provider|version_of)$/,
  /^components\/headers$/,
  /^components\/schemas\/[A-Z]\w*$/,
  /^components\/schemas\/Error\/properties\/error\/properties\/(param|code)$/,
]

it('everything of the contract is in the document, unchanged, and what is added is additive', () => {
  const found: Difference = { missing: [], changed: [], added: [] }
  compare(contract.paths['/v1/videos'], document.paths['/v1/videos'], 'paths//v1/videos', found)
  compare(contract.components, document.components, 'components', found)
  expect(found.missing).toEqual([])
  expect(found.changed).toEqual([])
  expect(found.added.filter((path) => !ADDITIVE.some((pattern) => pattern.test(path)))).toEqual([])
})
