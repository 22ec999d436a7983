import type { Schema } from '@/lib/openapi/types'
import { Mono, Words } from '../words'
import { type Field, fieldsOf, referenced, typeWords } from './describe-schema'

type Shown = Field & { description?: string }

/** A list of fields or parameters: name, type, what it is. `sent` ones say whether they are required, or their default. */
export function Fields({
  title,
  fields,
  schemas,
  sent = true,
}: {
  title: string
  fields: Shown[]
  schemas: Record<string, Schema>
  sent?: boolean
}) {
  if (fields.length === 0) return null
  return (
    <div>
      <h4 className="text-sm font-medium">{title}</h4>
      <dl className="mt-1">
        {fields.map(({ name, schema, required, description = schema.description }) => (
          <div key={name} className="border-t border-hair py-2">
            <dt className="flex flex-wrap items-baseline gap-x-3">
              <Mono>{name}</Mono>
              <span className="text-xs text-quiet">
                <TypeName schema={schema} />
                {sent && required && ', required'}
                {sent && schema.default !== undefined && `, ${JSON.stringify(schema.default)} if left out`}
              </span>
            </dt>
            <dd className="text-sm text-quiet">
              {description && <Words>{description}</Words>}
              <Nested schema={schema} schemas={schemas} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Objects without a name are shown where they stand. */
function Nested({ schema, schemas }: { schema: Schema; schemas: Record<string, Schema> }) {
  const inner = schema.items ?? schema
  if (!inner.properties) return null
  return (
    <ul className="mt-1 space-y-1">
      {fieldsOf(inner, schemas).map((field) => (
        <li key={field.name}>
          <Mono>{field.name}</Mono> <span className="text-xs">{typeWords(field.schema)}</span>{' '}
          {field.schema.description && <Words>{field.schema.description}</Words>}
        </li>
      ))}
    </ul>
  )
}

/** The type in words, objects by their name as a link to them. */
export function TypeName({ schema }: { schema: Schema }) {
  const name = referenced(schema) ?? (schema.items && referenced(schema.items))
  if (!name) return typeWords(schema)
  return (
    <>
      {schema.type === 'array' && 'list of '}
      <ObjectLink name={name} />
      {schema.nullable && ' or null'}
    </>
  )
}

export function ObjectLink({ name }: { name: string }) {
  return (
    <a
      href={`#object-${name}`}
      className="font-mono underline decoration-strong underline-offset-4 hover:decoration-ink"
    >
      {name}
    </a>
  )
}
