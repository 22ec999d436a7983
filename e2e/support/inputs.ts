import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import sharp from 'sharp'
import { PORTRAIT, shared } from './shared'
import { freePort } from './studio-process'

export const portrait = readFileSync(PORTRAIT)
export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
export const dataUri = (type: string, bytes: Uint8Array) => `data:${type};base64,${base64(bytes)}`
export const blob = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
export const recording = () => readFileSync(shared().media.mp3)
export const faceless = () =>
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#789' } })
    .png()
    .toBuffer()

export const TOO_MUCH = new Uint8Array(10 * 1024 * 1024 + 1)

export const HELLO = { input: 'Hello from the contract.' }

export type InputServer = { url: string; close: () => void }

/** Serves inputs by their address, as other people's servers would: `/me.png`, `/speech.mp3` and `/large.png`. */
export async function serveInputs(): Promise<InputServer> {
  const served: Record<string, Uint8Array> = {
    '/me.png': portrait,
    '/speech.mp3': recording(),
    '/large.png': TOO_MUCH,
  }
  const server = createServer((request, response) => {
    const bytes = served[request.url ?? '']
    response.writeHead(bytes ? 200 : 404).end(bytes)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
