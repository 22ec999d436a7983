import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Answer } from './conformance'
import type { FuzzRequest } from './fuzz-requests'

/** Longer than anything here should take; a request that hangs fails. */
const TIMEOUT_MS = 60_000

/** Sends requests as they are, without the tidying that `fetch` does to paths and headers. */
export class RawClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 })

  constructor(private readonly port: number) {}

  async send({ method, target, headers, body }: Omit<FuzzRequest, 'path'>): Promise<Answer> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          agent: this.agent,
          method,
          path: target,
          headers: { ...headers, ...(body && { 'content-length': String(body.length) }) },
          timeout: TIMEOUT_MS,
        },
        resolve,
      )
      request.once('timeout', () => request.destroy(new Error(`${method} ${target} hangs`)))
      request.once('error', reject)
      request.end(body)
    })
    const pairs = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    )
    return { status: response.statusCode ?? 0, headers: new Headers(pairs), bytes: await buffer(response) }
  }

  close(): void {
    this.agent.destroy()
  }
}
