import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import OpenAI from 'openai'
import { answering, type Receiver, startReceiver } from '@/lib/testing/receiver'
import { bearer } from './support/api'
import { OWNER, PORTRAIT } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

test.describe.configure({ mode: 'serial' })

let studio: StudioProcess
let receiver: Receiver
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  studio = await startStudio({ env: { FETCH_PRIVATE_ADDRESSES: '1' } })
  receiver = await startReceiver()
  context = await browser.newContext({ reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.goto(studio.url)
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: /studio/i }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
})

test.afterAll(async () => {
  await context.close()
  await receiver.close()
  await studio.dispose()
})

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The text beside the copy button of this name. */
async function shown(label: string): Promise<string> {
  const text = await page.getByRole('figure', { name: label, exact: true }).locator('pre').textContent()
  return text ?? ''
}

test('a key made in the browser works until it is revoked', async () => {
  await expect(page.getByText('No keys yet')).toBeVisible()
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByLabel('Name').fill('laptop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copy key' })).toBeFocused()
  const key = await shown('Key')
  expect(key).toMatch(/^avs-[\w-]{43}$/)
  expect(await shown('A first video with it')).toContain(`curl ${studio.url}/v1/videos`)
  await expectAccessible()
  await page.getByRole('button', { name: 'Done' }).click()

  const ask = async () => (await fetch(`${studio.url}/v1/videos`, { headers: bearer(key) })).status
  expect(await ask()).toBe(200)
  await page.reload()
  await expect(page.getByText(`${key.slice(0, 8)}…`)).toBeVisible()
  await expect(page.getByText(/last used just now/)).toBeVisible()
  expect(await page.content()).not.toContain(key)

  await page.getByRole('button', { name: 'Revoke laptop' }).click()
  await page.getByRole('button', { name: 'Revoke the key' }).click()
  await expect(page.getByText('No keys yet')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'API keys' })).toBeFocused()
  expect(await ask()).toBe(401)
})

let secret: string

test('a webhook added in the browser hears, signed, of a video that is finished', async () => {
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await page.getByLabel('Address').fill('ftp://example.org/')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/not an http\(s\) address/)).toBeVisible()
  await page.getByLabel('Address').fill(receiver.url)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Copy the secret now' })).toBeVisible()
  secret = await shown('Secret')
  await page.getByRole('button', { name: 'Done' }).click()

  const made = await page.request.post(`${studio.url}/v1/videos`, {
    multipart: {
      ref_image: { name: 'portrait.png', mimeType: 'image/png', buffer: readFileSync(PORTRAIT) },
      input_tts: JSON.stringify({ input: 'Somebody is waiting to hear of this.' }),
    },
  })
  const { id, title } = await made.json()
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(1)
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received
  const event: unknown = await new OpenAI({ apiKey: 'unused' }).webhooks.unwrap(body, headers, secret)
  expect(event).toMatchObject({ type: 'video.completed', data: { id, status: 'completed' } })

  await page.getByRole('button', { name: receiver.url }).click()
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', `/v/${id}`)
  await expect(page.getByText(/^1 try, answered 200 after [\d.]+ m?s$/)).toBeVisible()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => receiver.received.length).toBe(2)
  expect(receiver.received[1]?.headers['webhook-id']).toBe(headers['webhook-id'])
  await expect(page.getByText(/^2 tries, answered 200 after [\d.]+ m?s$/)).toBeVisible()
})

test('the log shows each try of what was refused; then paused, renewed, changed and deleted', async () => {
  receiver.answer = answering(503)
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByText('Not delivered yet A test')).toBeVisible()
  await page.getByText(/^\d (try|tries), answered 503/).click()
  await expect(page.getByText(/^The receiver answered 503/).first()).toBeVisible()
  await expectAccessible()

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Send a test' })).toBeDisabled()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByRole('button', { name: 'Send a test' })).toBeEnabled()

  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(page.getByRole('heading', { name: 'Copy the secret now' })).toBeVisible()
  expect(await shown('Secret')).toMatch(/^whsec_/)
  expect(await shown('Secret')).not.toBe(secret)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel(/video\.failed/).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /Finished videos\./ })).toBeVisible()

  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete the webhook' }).click()
  await expect(page.getByText('No webhooks yet')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Webhooks', exact: true })).toBeFocused()
})
