import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'

/** What of any thrown value may be told to the caller. */
export function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof z.ZodError) return malformed(error)
  return new StudioError('internal_error', 'The studio failed at this. It has been logged; try again.', {
    cause: error,
  })
}

/** A body that does not fit its schema: 422 with the first fault and its field. */
function malformed(error: z.ZodError): StudioError {
  const issue = error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : null
  const field = [...(issue?.path ?? [])].join('.') || unknown || 'body'
  const message = unknown
    ? `There is no field named ${unknown}.`
    : `The field ${field} does not fit: ${issue?.message}.`
  return new StudioError('invalid_request', message, { param: field })
}

/** An error as the contract's JSON body, with its status and `Retry-After`. */
export function errorResponse(error: StudioError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (error.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(error.retryAfter)))
  return Response.json(error.toBody(), { status: error.status, headers })
}
