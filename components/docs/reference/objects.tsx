import { nameOf } from '@/lib/openapi/schema'
import type { OpenApiDocument, Schema } from '@/lib/openapi/types'
import { Section } from '../section'
import { Words } from '../words'
import { fieldsOf, referenced } from './describe-schema'
import { Fields } from './fields'

/** An object with a name, and whether it is sent or answered. */
export type NamedObject = { name: string; sent: boolean }

/** What requests and answers consist of, except for the bodies of requests, which stand with their operations. */
export function namedObjects({ paths, components: { schemas } }: OpenApiDocument): NamedObject[] {
  const bodies = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .map(({ requestBody }) => nameOf(requestBody?.content['application/json']?.schema ?? {}) ?? '')
  const inBodies = new Set(
    bodies.flatMap((body) => fieldsOf(schemas[body] ?? {}, schemas)).map(({ schema }) => referenced(schema)),
  )
  const names = Object.keys(schemas).filter((name) => !bodies.includes(name))
  return names.map((name) => ({ name, sent: inBodies.has(name) }))
}

export function ObjectReference({ name, sent, schemas }: NamedObject & { schemas: Record<string, Schema> }) {
  const schema = schemas[name] ?? {}
  const { description, oneOf = [] } = schema
  return (
    <Section id={`object-${name}`} title={name} level={3}>
      {description && (
        <p>
          <Words>{description}</Words>
        </p>
      )}
      <Fields title="Fields" fields={fieldsOf(schema, schemas)} schemas={schemas} sent={sent} />
      {oneOf.map((variant) => (
        <Fields
          key={JSON.stringify(variant.properties?.type?.enum)}
          title={`Where type is ${String(variant.properties?.type?.enum?.[0])}`}
          fields={fieldsOf(variant, schemas)}
          schemas={schemas}
          sent={sent}
        />
      ))}
    </Section>
  )
}
