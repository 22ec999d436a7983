import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectDatabase } from '@/lib/db/client'
import { env } from '@/lib/env'
import { createOwner } from '@/lib/team/accounts'
import { createApiKey } from '@/lib/team/api-keys'
import { launchStudio } from '../launch'

/** A studio to send requests to, as its user. */
export type StudioConnection = {
  request: (path: string, init?: RequestInit) => Promise<Response>
  close: () => Promise<void>
}

/** The studio at `STUDIO_URL`, or one started for the occasion, whose data is gone when it closes. */
export async function openStudio(say: (sentence: string) => void): Promise<StudioConnection> {
  if (!env.otherStudio) return startForTheOccasion(say)
  const { url, apiKey } = env.otherStudio
  if (!apiKey)
    throw new Error('STUDIO_URL is set, but STUDIO_API_KEY is not. Make a key there: studio key add.')
  return { request: requester(url, apiKey), close: async () => {} }
}

function requester(url: string, key: string): StudioConnection['request'] {
  return async (route, init) => {
    try {
      return await fetch(url + route, { ...init, headers: { authorization: `Bearer ${key}` } })
    } catch (cause) {
      throw new Error(
        `The studio at ${url} does not answer. Check STUDIO_URL, or leave it out to start one.`,
        { cause },
      )
    }
  }
}

async function startForTheOccasion(say: (sentence: string) => void): Promise<StudioConnection> {
  const root = process.cwd()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'avatar-studio-'))
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  say('Starting a studio for the occasion.')
  const launch = { root, dataDir, host: '127.0.0.1', port, publicUrl: url, databaseUrl: undefined, say }
  const studio = await launchStudio(launch).catch((error) => {
    remove()
    throw error
  })
  const close = async () => {
    await studio.stop()
    remove()
  }
  const interrupted = () => close().then(() => process.exit(130))
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return { request: requester(url, await temporaryKey(studio.databaseUrl)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function temporaryKey(databaseUrl: string): Promise<string> {
  const database = connectDatabase(databaseUrl)
  const email = 'command-line@localhost.localdomain'
  await createOwner({ name: 'Command line', email, password: randomBytes(16).toString('hex') })
  const key = await createApiKey(email, 'for the occasion')
  await database.$disconnect()
  return key
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (!address || typeof address === 'string') throw new Error('No free port could be found.')
  return address
}
