import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'

export type RouteContext<Params> = { params: Promise<Params> }

/**
 * Wraps a route handler: what it returns goes out as JSON with `x-request-id`, what it throws as the contract's error
 * body. Only unexpected errors are logged, and their text never leaves the server.
 */
export function route<Params = Record<string, never>>(
  handle: (request: Request, params: Params) => Promise<Response>,
): (request: Request, context: RouteContext<Params>) => Promise<Response> {
  return async (request, context) => {
    const requestId = `req_${randomUUID().replaceAll('-', '')}`
    let response: Response
    try {
      response = await handle(request, await context.params)
    } catch (error) {
      response = errorResponse(error, {
        requestId,
        method: request.method,
        path: new URL(request.url).pathname,
      })
    }
    response.headers.set('x-request-id', requestId)
    return response
  }
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function errorResponse(error: unknown, context: Record<string, string>): Response {
  const known = asStudioError(error)
  if (known.type === 'internal_error') log.error({ err: error, ...context }, 'unexpected error in a route')
  const response = json(known.toBody(), known.status)
  if (known.retryAfter !== undefined) response.headers.set('retry-after', String(Math.ceil(known.retryAfter)))
  return response
}

/** What of any thrown value may be told to the caller. */
export function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof z.ZodError) return malformed(error)
  return new StudioError('internal_error', 'The studio failed at this. It has been logged; try again.', {
    cause: error,
  })
}

/** A body that does not fit its schema: 422 with the first fault and its field. */
export function malformed(error: z.ZodError): StudioError {
  const issue = error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : null
  const field = [...(issue?.path ?? [])].join('.') || unknown || 'body'
  const message = unknown
    ? `There is no field named ${unknown}.`
    : `The field ${field} does not fit: ${issue?.message}.`
  return new StudioError('invalid_request', message, { param: field })
}
