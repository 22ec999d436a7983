import { type APIRequestContext, request } from '@playwright/test'
import { newApiKeySchema } from '@/lib/team/api-key-schema'
import { type OWNER, SESSION, shared } from './shared'

export const GRACE = { name: 'Grace Hopper', email: 'grace@example.org', password: 'nanoseconds are wires' }

/** Makes the owner of a studio that nobody has opened yet, and signs them in. */
export async function openAccount(url: string, account: typeof OWNER): Promise<APIRequestContext> {
  const browser = await request.newContext({ baseURL: url })
  await browser.post('/api/first-run', { data: account, failOnStatusCode: true })
  await signIn(browser, account)
  return browser
}

/** Signs in as the page would, in `browser`, whose base is the studio. */
export async function signIn(browser: APIRequestContext, { email, password }: typeof OWNER): Promise<void> {
  const { csrfToken } = await (await browser.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password, json: 'true' }
  await browser.post('/api/auth/callback/credentials', { form, failOnStatusCode: true })
}

/** A new API key of whoever is signed in. */
export async function keyOf(browser: APIRequestContext): Promise<string> {
  const answer = await browser.post('/v1/keys', { data: { name: 'tests' }, failOnStatusCode: true })
  return newApiKeySchema.parse(await answer.json()).key
}

/** A new API key of the owner of this worker's studio. */
export async function ownerKey(): Promise<string> {
  const browser = await request.newContext({ baseURL: shared().url, storageState: SESSION })
  const key = await keyOf(browser)
  await browser.dispose()
  return key
}

/** An account, and a key of it, in a studio that nobody has opened in a browser. */
export async function makeAccount(url: string): Promise<string> {
  const browser = await openAccount(url, GRACE)
  const key = await keyOf(browser)
  await browser.dispose()
  return key
}
