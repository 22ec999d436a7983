import 'server-only'
import { log } from '@/lib/log'

/**
 * An answer whose body comes piece by piece. A source that throws cuts the connection, so that nobody takes what has
 * come so far for the whole; the source is returned from when the client hangs up.
 */
export function streamed(source: AsyncIterable<Uint8Array>, headers: Record<string, string>): Response {
  const pieces = source[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        log.debug({ err: error }, 'a stream was cut')
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  return new Response(body, { headers: { 'cache-control': 'no-store', ...headers } })
}
