import { nameOf } from '@/lib/openapi/schema'
import type { Schema } from '@/lib/openapi/types'

/** One field of an object, as the reference shows it. */
export type Field = { name: string; schema: Schema; required: boolean }

type Schemas = Record<string, Schema>

/** A schema's name and what it adds in place, where it only wraps a reference: `{allOf: [{$ref}], nullable}`. */
export function referenced(schema: Schema): string | null {
  const [only, ...others] = schema.allOf ?? []
  return nameOf(schema) ?? (only && others.length === 0 ? nameOf(only) : null)
}

/** All fields of an object, those of the objects it extends first. */
export function fieldsOf(schema: Schema, schemas: Schemas): Field[] {
  const name = nameOf(schema)
  if (name) return fieldsOf(schemas[name] ?? {}, schemas)
  const required = requiredOf(schema)
  const inherited = (schema.allOf ?? []).flatMap((part) => fieldsOf(part, schemas))
  const own = Object.entries(schema.properties ?? {}).map(([name, value]) => ({
    name,
    schema: value,
    required: false,
  }))
  return [...inherited, ...own].map((field) => ({
    ...field,
    required: field.required || required.has(field.name),
  }))
}

function requiredOf({ required = [], allOf = [] }: Schema): Set<string> {
  return new Set([...required, ...allOf.flatMap((part) => part.required ?? [])])
}

/** The type in words, without references: `one of a, b`, `integer, 1 to 100`, `file`. */
export function typeWords(schema: Schema): string {
  const words = [baseWords(schema), rangeWords(schema), schema.nullable ? 'or null' : '']
  return words.filter(Boolean).join(', ').replace(', or null', ' or null')
}

function baseWords({ enum: values, type, format, items, oneOf }: Schema): string {
  if (values)
    return values.length === 1
      ? JSON.stringify(values[0])
      : values.map((value) => JSON.stringify(value)).join(', ')
  if (oneOf) return 'one of several'
  if (format === 'binary') return 'file'
  if (type === 'array') return items && !referenced(items) ? `list of ${typeWords(items)}` : 'list of'
  return type ?? 'anything'
}

function rangeWords({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength]
  const unit = minLength !== undefined || maxLength !== undefined ? ' characters' : ''
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`
  if (low !== undefined) return `at least ${low}${unit}`
  return high === undefined ? '' : `at most ${high}${unit}`
}
