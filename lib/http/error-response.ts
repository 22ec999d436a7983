import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { refusalOf } from '@/lib/boson/refusal'

/** What of any thrown value may be told to the caller. */
export function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof z.ZodError) return refusalOf(error)
  if (isGone(error)) {
    return new StudioError('not_found', 'What this request was about was deleted in the meantime.', {
      cause: error,
    })
  }
  return new StudioError('internal_error', 'The studio failed at this. It has been logged; try again.', {
    cause: error,
  })
}

/** Prisma's word for a row that was there a moment ago, when it was looked at. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2025'
}

/** An error as the contract's JSON body, with its status and `Retry-After`. */
export function errorResponse(error: StudioError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (error.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(error.retryAfter)))
  return Response.json(error.toBody(), { status: error.status, headers })
}
