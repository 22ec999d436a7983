/**
 * The name of one request, in the header `x-request-id` of its answer and in the log: `req_` and 32 hex digits. Free of
 * Node, because Next bundles its error page, which needs it on the server, for browsers too.
 */
export function newRequestId(): string {
  return `req_${crypto.randomUUID().replaceAll('-', '')}`
}
