import { z } from 'zod'
import { type ErrorType, StudioError } from './errors'
import { SIZES } from './limits'

/** Fields whose misfit has a type of its own in the contract, wherever they stand; all others are `invalid_request`. */
const TYPE_OF_FIELD: Readonly<Record<string, ErrorType>> = { size: 'invalid_size' }
const typeSchema = z.object({ type: z.enum(['empty_input', 'input_too_long']) })

/**
 * A body that does not fit its schema as the contract's error: about the first fault only, naming its field.
 * @param prefix where the schema's value stands in the request, such as `input_tts`.
 */
export function refusalOf(error: z.ZodError, prefix?: string): StudioError {
  const issue = error.issues[0]
  const path = [...(prefix ? [prefix] : []), ...(issue?.path ?? [])].map(String)
  if (issue?.code === 'unrecognized_keys') {
    const unknown = [...path, issue.keys[0]].join('.')
    return new StudioError('invalid_request', `There is no field named ${unknown}. Leave it out.`, {
      param: unknown,
    })
  }
  const field = path.join('.') || 'body'
  const type = typeOf(issue, path.at(-1))
  return new StudioError(type, sentence(type, field, issue), { param: field })
}

function sentence(type: ErrorType, field: string, issue: z.core.$ZodIssue | undefined): string {
  if (type === 'invalid_size') return `This size cannot be made. Use one of ${SIZES.join(', ')}.`
  if (issue?.code === 'invalid_type' && issue.input === undefined) return `The field ${field} is missing.`
  return `The field ${field} does not fit: ${issue?.message ?? 'it is malformed'}.`
}

function typeOf(issue: z.core.$ZodIssue | undefined, field = ''): ErrorType {
  const own = issue?.code === 'custom' ? typeSchema.safeParse(issue.params) : null
  if (own?.success) return own.data.type
  return TYPE_OF_FIELD[field] ?? 'invalid_request'
}
