/** The parts of OpenAPI 3.0.3 that this document uses: https://spec.openapis.org/oas/v3.0.3 */

export type Schema = {
  $ref?: string
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  format?: string
  description?: string
  enum?: unknown[]
  default?: unknown
  example?: unknown
  nullable?: boolean
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

export type Reference = { $ref: string }
export type Header = { description: string; schema: Schema }
export type Content = Record<string, { schema: Schema }>

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: Schema
}

export type Response = {
  description: string
  headers?: Record<string, Header | Reference>
  content?: Content
  /** Of a refusal: the types of error that come with this status. */
  'x-error-types'?: string[]
}

/** In the order in which people look for them. */
export const METHODS = ['post', 'get', 'put', 'patch', 'delete'] as const
export type Method = (typeof METHODS)[number]

export type Operation = {
  tags: string[]
  summary: string
  description?: string
  operationId: string
  parameters?: Parameter[]
  requestBody?: { required: boolean; description?: string; content: Content }
  responses: Record<string, Response>
  /** What the studio sends to an address the request names. */
  callbacks?: Record<
    string,
    Record<string, { post: Pick<Operation, 'summary' | 'requestBody' | 'responses'> }>
  >
  /** Empty where no key is needed. */
  security?: []
}

export type PathItem = Partial<Record<Method, Operation>>

export type OpenApiDocument = {
  openapi: '3.0.3'
  info: { title: string; version: string; description: string; license: { name: string } }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string; description: string }[]
  paths: Record<string, PathItem>
  components: {
    schemas: Record<string, Schema>
    headers: Record<string, Header>
    securitySchemes: Record<string, Record<string, string>>
  }
}
