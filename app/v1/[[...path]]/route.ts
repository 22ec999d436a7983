import { StudioError } from '@/lib/boson/errors'
import { type Handler, routes } from '@/lib/http/route'

const nowhere: Handler<unknown> = async ({ request }) => {
  const { pathname } = new URL(request.url)
  throw new StudioError('not_found', `There is nothing at ${pathname}. The API is described at /docs.`)
}

/** Every path below `/v1` that no other file answers. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<unknown>({
  GET: nowhere,
  POST: nowhere,
  PUT: nowhere,
  PATCH: nowhere,
  DELETE: nowhere,
})
