import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { z } from 'zod'

const recordSchema = z.record(z.string(), z.unknown())

/** What is wrong with a value, each fault in one line; empty where it fits. */
export type Validate = (value: unknown) => string[]

/**
 * Validators for the schemas of an OpenAPI 3.0 document, given by reference or in full. Strict: a document with words
 * that JSON Schema does not know, or with a reference to nothing, throws.
 */
export function openApiValidator(document: { components?: unknown }): (schema: object) => Validate {
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true })
  addFormats(ajv)
  ajv.addVocabulary(['example', 'components'])
  ajv.addFormat('binary', true)
  ajv.addSchema({ $id: 'document', components: asJsonSchema(document.components) })
  return (schema) => {
    const validate = ajv.compile(recordSchema.parse(asJsonSchema(schema)))
    return (value) =>
      validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

/** OpenAPI 3.0 says `nullable` where JSON Schema lists the null type; references are looked up in the document. */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, $ref, ...rest } = recordSchema.parse(schema)
  const converted = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, name === 'example' ? value : asJsonSchema(value)]),
  )
  if (typeof $ref === 'string') return { ...converted, $ref: `document${$ref}` }
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted
}
