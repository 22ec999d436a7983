import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'
import { asStudioError, errorResponse } from './error-response'
import { newRequestId } from './request-id'
import { requireStorableUrl } from './storable-text'

/** One request on its way to its answer. */
export type Exchange<Params> = {
  request: Request
  /** The parts of the path in brackets: `{ id: string }` below `[id]`. */
  params: Params
  requestId: string
  /** Headers the answer will carry, whether the handler returns one or throws. */
  headers: Headers
}

export type Handler<Params> = (exchange: Exchange<Params>) => Promise<Response>

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]

type NextHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/**
 * The exports of a route file. Every method is exported, because Next answers the absent ones with an empty body:
 *
 *     export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
 *       GET: authorised(async ({ caller, params }) => json(await requireVideo(caller.teamId, params.id))),
 *     })
 *
 * What a handler returns goes out with `x-request-id`, what it throws as the contract's error body. Methods without a
 * handler are answered 405 with `allow`; OPTIONS 204 with the same. HEAD is GET without the body, by Next's doing.
 * Only unexpected errors are logged, and their text never leaves the server.
 */
export function routes<Params = Record<string, never>>(
  handlers: Partial<Record<Method, Handler<Params>>>,
): Record<Method | 'OPTIONS', NextHandler<Params>> {
  const allow = allowed(handlers)
  const refuse: Handler<Params> = async ({ request, headers }) => {
    headers.set('allow', allow)
    throw new StudioError('method_not_allowed', `${request.method} is not possible here. Use ${allow}.`)
  }
  const options: Handler<Params> = async () => new Response(null, { status: 204, headers: { allow } })
  const answers = (method: Method) => answer(handlers[method] ?? refuse)
  return {
    GET: answers('GET'),
    POST: answers('POST'),
    PUT: answers('PUT'),
    PATCH: answers('PATCH'),
    DELETE: answers('DELETE'),
    OPTIONS: answer(options),
  }
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function allowed(handlers: Partial<Record<Method, unknown>>): string {
  const methods = METHODS.filter((method) => handlers[method])
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
}

function answer<Params>(handle: Handler<Params>): NextHandler<Params> {
  return async (request, context) => {
    const requestId = newRequestId()
    const headers = new Headers({ 'x-request-id': requestId })
    const url = new URL(request.url)
    let response: Response
    try {
      requireStorableUrl(url)
      response = await handle({ request, params: await context.params, requestId, headers })
    } catch (error) {
      const known = asStudioError(error)
      if (known.type === 'internal_error') {
        const where = { requestId, method: request.method, path: url.pathname }
        log.error({ err: error, ...where }, 'unexpected error in a route')
      }
      response = errorResponse(known)
    }
    for (const [name, value] of headers) response.headers.set(name, value)
    return response
  }
}
