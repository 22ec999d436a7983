import { CURL_EXAMPLES } from '@/lib/openapi/examples'
import type { Method, Operation, Parameter, Response, Schema } from '@/lib/openapi/types'
import { Code } from '../code'
import { Section } from '../section'
import { Mono, Words } from '../words'
import { fieldsOf, referenced } from './describe-schema'
import { Fields, ObjectLink } from './fields'

type Schemas = Record<string, Schema>

const PLACES = { path: 'Path', query: 'Query', header: 'Headers' } as const
const BODIES: Record<string, string> = {
  'application/json': 'Body, in JSON',
  'multipart/form-data': 'Body, as a form',
}

/** One operation of the document: what it takes, what it answers, an example. */
export function OperationReference({
  path,
  method,
  operation,
  schemas,
}: {
  path: string
  method: Method
  operation: Operation
  schemas: Schemas
}) {
  const { operationId, summary, description, parameters = [], requestBody } = operation
  const example = CURL_EXAMPLES.find((candidate) => candidate.operation === operationId)
  return (
    <Section
      id={operationId}
      title={summary}
      level={3}
      code={example && <Code name={summary} code={example.script} />}
    >
      <p className="font-mono text-sm [overflow-wrap:anywhere]">
        <span className="font-medium">{method.toUpperCase()}</span> {path}
      </p>
      {description && (
        <p>
          <Words>{description}</Words>
        </p>
      )}
      {Object.entries(PLACES).map(([place, title]) => (
        <Fields key={place} title={title} fields={parametersIn(place, parameters)} schemas={schemas} />
      ))}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Fields
          key={type}
          title={BODIES[type] ?? type}
          fields={fieldsOf(schema, schemas)}
          schemas={schemas}
        />
      ))}
      <Answers responses={operation.responses} />
    </Section>
  )
}

function parametersIn(place: string, parameters: Parameter[]) {
  return parameters.filter((parameter) => parameter.in === place)
}

function Answers({ responses }: { responses: Record<string, Response> }) {
  return (
    <div>
      <h4 className="text-sm font-medium">Answers</h4>
      <dl className="mt-1">
        {Object.entries(responses).map(([status, response]) => (
          <div key={status} className="flex gap-4 border-t border-hair py-1.5 text-sm leading-6">
            <dt className="w-8 shrink-0 tabular-nums">{status}</dt>
            <dd className="min-w-0">
              <Answer response={response} status={status} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Answer({ response, status }: { response: Response; status: string }) {
  const types = response['x-error-types']
  if (types) {
    return (
      <a
        href={`#error-${status}`}
        className="underline decoration-strong underline-offset-4 hover:decoration-ink"
      >
        {types.map((type, index) => (
          <span key={type}>
            {index > 0 && ', '}
            <Mono>{type}</Mono>
          </span>
        ))}
      </a>
    )
  }
  const schema = response.content?.['application/json']?.schema
  const name = schema && referenced(schema)
  return (
    <span className="text-quiet">
      <Words>{response.description}</Words> {name && <ObjectLink name={name} />}
    </span>
  )
}
