import fc from 'fast-check'
import type { Schema } from '@/lib/openapi/types'

/** Values for the schemas of a document: such that fit, and such that miss by one step. */

type Schemas = Record<string, Schema>
type Value = fc.Arbitrary<unknown>

/** Text that people write, and text that breaks programs. */
const TEXTS = [
  'Hello.',
  'Zwölf Boxkämpfer jagen Viktor.',
  '你好，世界',
  'مرحبا',
  '🙂🙂🙂',
  '<|sfx:laughter|>Haha <|nonsense:tag|>',
  '\'; drop table "Video"; --',
  '%s %00 {{7*7}} <script>',
  '   ',
  '\u202eolleh',
  'a\u0000b',
  '\ud800',
  '\ufeff',
  'x'.repeat(201),
]

/** What a field of any type may wrongly be. */
const WRONG = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  ...TEXTS,
  'ö'.repeat(5001),
  'x'.repeat(70_000),
  [],
  ['a', ['b']],
  {},
  { input: { input: { input: 1 } } },
]

/** Real inputs, by the name of their field: what the schemas call a string, and only a picture or a sound is. */
export type Samples = Record<string, string[]>

export function createValues(schemas: Schemas, samples: Samples) {
  const resolve = (schema: Schema): Schema => {
    const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1)
    return name ? { ...schemas[name], nullable: schema.nullable } : schema
  }

  /** A value that fits. */
  function fitting(schema: Schema, name = ''): Value {
    const { type, enum: values, nullable, properties, items, ...limits } = resolve(schema)
    const plain = () => {
      if (samples[name]) return fc.constantFrom(...samples[name])
      if (values) return fc.constantFrom(...values)
      if (properties) return object(resolve(schema), fitting)
      if (type === 'array')
        return fc.array(fitting(items ?? {}), { minLength: limits.minItems ?? 0, maxLength: 3 })
      if (type === 'boolean') return fc.boolean()
      if (type === 'integer' || type === 'number')
        return fc.constantFrom(limits.minimum ?? 0, limits.maximum ?? 7)
      return fc.constantFrom(...TEXTS)
    }
    return nullable ? fc.oneof({ weight: 4, arbitrary: plain() }, fc.constant(null)) : plain()
  }

  /** All that is required, and some of the rest. */
  function object(
    { properties = {}, required = [] }: Schema,
    of: (schema: Schema, name: string) => Value,
  ): Value {
    const fields = Object.entries(properties).map(([name, schema]): [string, Value] => [
      name,
      of(schema, name),
    ])
    const requiredKeys: string[] = required
    return fc.record(Object.fromEntries(fields), { requiredKeys })
  }

  /** A value that fits but for one thing: a field missing, unknown, or not as it should be. */
  function missing(schema: Schema): Value {
    const { properties, required = [] } = resolve(schema)
    if (!properties) return fc.constantFrom(...WRONG)
    const names = Object.keys(properties)
    const changes: fc.Arbitrary<[string, unknown]>[] = [
      fc.tuple(fc.constantFrom<string>(...(required.length > 0 ? required : names)), fc.constant(undefined)),
      fc.tuple(fc.constantFrom('colour', '__proto__', 'constructor', ''), fc.constantFrom(...WRONG)),
      ...names.map((name) => fc.tuple(fc.constant(name), wrong(properties[name] ?? {}))),
    ]
    return fc.tuple(fitting(schema), fc.oneof(...changes)).map(([value, [name, change]]) => ({
      ...asObject(value),
      // Not by assignment, which would set the prototype instead of a field of that name.
      ...Object.fromEntries([[name, change]]),
    }))
  }

  /** Not as it should be: another type, just beyond a limit, nearly one of the values, or wrong further inside. */
  function wrong(schema: Schema): Value {
    const { properties, enum: values, minimum, maximum, maxLength } = resolve(schema)
    const nearly = [
      ...(values ?? []).map((value) => `${value} `),
      ...(minimum === undefined ? [] : [minimum - 1, String(minimum)]),
      ...(maximum === undefined ? [] : [maximum + 1]),
      ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ]
    const any = fc.constantFrom(...WRONG, ...nearly)
    return properties ? fc.oneof(any, missing(schema)) : any
  }

  return { fitting, missing, wrong }
}

export type Values = ReturnType<typeof createValues>

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
