import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a fake upstream does with a request it has read. */
export type Reply = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const SLOW_MS = 15
const JSON_TYPE = { 'content-type': 'application/json' }

export function send(
  status: number,
  body: string | Buffer | object,
  headers: Record<string, string> = {},
): Reply {
  return (_, response) => {
    if (typeof body === 'string' || Buffer.isBuffer(body)) response.writeHead(status, headers).end(body)
    else response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body))
  }
}

export function refuse(status: number, type: string, message: string, headers = {}): Reply {
  return send(status, { error: { message, type } }, headers)
}

/** No answer: the connection is gone. */
export const reset: Reply = (request) => {
  request.socket.destroy()
}

export function slowly(reply: Reply): Reply {
  return async (request, response) => {
    await sleep(SLOW_MS)
    await reply(request, response)
  }
}

/** Busy, with or without a wait: in seconds, as a date, or as nothing anybody could read. */
export function busy(random: () => number, aside = ''): Reply {
  const waits = ['0.01', '0', new Date(Date.now() - 1000).toUTCString(), 'a while']
  const wait = waits[Math.floor(random() * 6)]
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': wait }
  if (random() < 0.2) return send(429, '', headers)
  return refuse(429, random() < 0.5 ? 'all_replicas_busy' : 'rate_limit_exceeded', `Busy.${aside}`, headers)
}

/** A failure of the server or of something in front of it. */
export function failure(random: () => number, aside = ''): Reply {
  const bodies = [
    `<html><h1>Bad gateway</h1>${aside}</html>`,
    '',
    '{"error": {"mess',
    { detail: `Internal${aside}` },
    'x'.repeat(100_000),
  ]
  return send(500 + Math.floor(random() * 5), bodies[Math.floor(random() * bodies.length)] ?? '')
}

/** JSON that ends in the middle, the answer itself being whole. */
export const cutJson: Reply = send(200, '{"id": "video_0123456789', JSON_TYPE)

/** A body of the announced length that breaks off somewhere. */
export function cutBody(body: Buffer, random: () => number): Reply {
  return (request, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, Math.floor(random() * body.length)), () => request.socket.destroy())
  }
}

/** A body without a length that ends well and too early, never where a piece of the film ends. */
export function shortBody(film: Buffer, random: () => number): Reply {
  const end = 1 + Math.floor(random() * (film.length - 2))
  const headers = { 'content-type': 'video/mp4', 'transfer-encoding': 'chunked' }
  return send(200, film.subarray(0, isBoxEnd(film, end) ? end - 1 : end), headers)
}

/** A live stream: whole or broken off anywhere, at one go or bit by bit. */
export function stream(id: string, film: Buffer, random: () => number, faultiness: number): Reply {
  const isCut = random() < faultiness
  const isShort = isCut && random() < 0.3
  return async (request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4', 'x-video-id': id })
    response.flushHeaders()
    const cut = 1 + Math.floor(random() * (film.length - 2))
    const end = isCut ? (isShort && isBoxEnd(film, cut) ? cut - 1 : cut) : film.length
    const portions = 1 + Math.floor(random() * 6)
    for (let i = 0; i < portions; i++) {
      response.write(film.subarray(Math.floor((end * i) / portions), Math.floor((end * (i + 1)) / portions)))
      if (random() < 0.3) await sleep(SLOW_MS * random())
    }
    if (isCut && !isShort) request.socket.destroy()
    else response.end()
  }
}

/** Whether a box of an MP4 ends there (ISO/IEC 14496-12 §4.2; sizes of 32 bits only). */
function isBoxEnd(film: Buffer, at: number): boolean {
  let end = 0
  while (end < at) end += film.readUInt32BE(end)
  return end === at
}
