import 'server-only'
import { randomUUID } from 'node:crypto'

/** The name of one request, in the header `x-request-id` of its answer and in the log: `req_` and 32 hex digits. */
export function newRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`
}
