import { z } from 'zod'
import type { Schema } from './types'

const COMPONENTS = '#/components/schemas/'

/** A reference to a named schema. */
export function ref(name: string): Schema {
  return { $ref: COMPONENTS + name }
}

/** The name a reference points to, or null for a schema that stands for itself. */
export function nameOf(schema: Schema): string | null {
  return schema.$ref?.startsWith(COMPONENTS) ? schema.$ref.slice(COMPONENTS.length) : null
}

/** Schemas of requests, named: what a caller may send. They refer to each other by name. */
export function requestSchemas(named: Record<string, z.ZodType>): Record<string, Schema> {
  return convert(named, 'input')
}

/**
 * Schemas of answers, named: what a caller gets. Open, because answers gain fields over time, where zod says that there
 * are no others.
 */
export function answerSchemas(named: Record<string, z.ZodType>): Record<string, Schema> {
  return convert(named, 'output')
}

/** One schema without a name. */
export function inlineSchema(schema: z.ZodType): Schema {
  return convert({ it: schema }, 'input').it ?? {}
}

/** Says nothing of what is always there and of ranges, as the contract's own schemas of answers do. */
export function withoutPromises({ required: _, minimum: __, maximum: ___, ...schema }: Schema): Schema {
  return mapProperties(schema, withoutPromises)
}

/** `schema` as what it adds to the component `base`, whose properties it has too. All that it requires stays required. */
export function extending(base: string, properties: string[], schema: Schema): Schema {
  const { description, properties: all = {}, ...rest } = schema
  const own = Object.fromEntries(Object.entries(all).filter(([name]) => !properties.includes(name)))
  return { ...(description && { description }), allOf: [ref(base), { ...rest, properties: own }] }
}

function convert(named: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, Schema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    target: 'openapi-3.0',
    io,
    uri: (id) => COMPONENTS + id,
    override: ({ jsonSchema }) => {
      delete jsonSchema.$id
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, ...schema }]) => [name, asSchema(schema)]),
  )
}

function mapProperties(schema: Schema, change: (schema: Schema) => Schema): Schema {
  if (!schema.properties) return schema
  const properties = Object.entries(schema.properties).map(([name, value]) => [name, change(value)])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** zod's type covers every draft of JSON Schema; with the target OpenAPI 3.0 it writes these words only. */
function asSchema(schema: z.core.JSONSchema.BaseSchema): Schema {
  return schema as Schema
}
