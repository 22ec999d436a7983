import 'server-only'
import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Sends a body to its end, or to where the reader hangs up: players break off and ask for another range all the time. */
export async function sendBody(response: ServerResponse, body: Readable): Promise<void> {
  try {
    await pipeline(body, response)
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!gone) throw error
  }
}
