import 'server-only'
import type { z } from 'zod'
import { refusalOf } from '@/lib/boson/refusal'

/** The query of a request's address, read by `schema`. Throws `invalid_request` naming the parameter at fault. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) throw refusalOf(parsed.error)
  return parsed.data
}
