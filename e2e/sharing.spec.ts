import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { SHARED_FILES } from '@/lib/share/files'
import { type CreateLink, type Link, linkSchema } from '@/lib/share/schema'
import { ownerKey } from './support/account'
import { bearer, createVideo, waitFor } from './support/api'
import { expectToPlay } from './support/playback'
import { OWNER, SESSION, shared } from './support/shared'

/** Ids are UUIDs; this is nobody's. */
const NOBODY = '00000000-0000-7000-8000-000000000000'
const SCRIPT = 'Seven swans swim south.'
let key: string
let videoId: string

test.beforeAll(async () => {
  const { url } = shared()
  key = await ownerKey()
  videoId = (await waitFor(url, key, (await createVideo(url, key, { text: SCRIPT })).id)).id
})

async function ask(method: string, rest: string, body?: object): Promise<Link> {
  const answer = await fetch(`${shared().url}/v1/videos/${videoId}/links${rest}`, {
    method,
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  return linkSchema.parse(await answer.json())
}
const make = (settings: CreateLink = {}) => ask('POST', '', settings)
const revoke = ({ id }: Link) => ask('DELETE', `/${id}`)
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const tokenOf = ({ url }: Link) => url.split('/').at(-1) ?? ''

/** A page in a browser that has never been here. */
async function stranger(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  return page
}

test.describe('every route beneath a link', () => {
  type Asked = { method: string; address: string; file: string }

  /** What can be asked, read off the files that serve it: a new one is among them by itself. */
  async function routesOf(token: string): Promise<Asked[]> {
    const found = ['app/(public)/s', 'app/(public)/embed', 'pages/api/shared', 'app/oembed'].flatMap(
      (folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => /(^|\/)(page\.tsx|route\.ts|\[file\]\.ts)$/.test(name))
          .map((name) => path.join(folder, name)),
    )
    const asked = await Promise.all(found.map((file) => requestsOf(file, token)))
    return asked.flat()
  }

  async function requestsOf(file: string, token: string): Promise<Asked[]> {
    const { url } = shared()
    if (file.startsWith('pages/')) {
      const names = Object.keys(SHARED_FILES)
      const places = [`/s/${token}/`, `/api/shared/${token}/`]
      return places.flatMap((place) => names.map((name) => ({ method: 'GET', address: place + name, file })))
    }
    const place = `/${path
      .dirname(file)
      .replace(/^app\/(\(public\)\/)?/, '')
      .replace('[token]', token)
      .replace('[commentId]', NOBODY)}`
    const address = place === '/oembed' ? `/oembed?url=${encodeURIComponent(`${url}/s/${token}`)}` : place
    if (path.basename(file) === 'page.tsx') return [{ method: 'GET', address, file }]
    const options = await fetch(url + place, { method: 'OPTIONS' })
    const methods = options.headers.get('allow')?.split(', ') ?? []
    return methods.map((method) => ({ method, address, file }))
  }

  async function statusOf({ method, address }: Asked): Promise<string> {
    const init = method === 'POST' ? { method, body: new URLSearchParams({ password: 'wrong' }) } : { method }
    const answer = await fetch(shared().url + address, { ...init, redirect: 'manual' })
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    const told = [SCRIPT, 'ftyp', 'WEBVTT', 'JFIF'].filter((mark) => text.includes(mark))
    const why = /"code":"(link_\w+)"/.exec(text)?.[1]
    return [answer.status, why, ...told].filter(Boolean).join(' ')
  }

  async function statuses(link: Link): Promise<Record<string, string>> {
    const routes = await routesOf(tokenOf(link))
    expect(routes.length).toBeGreaterThan(18)
    const entries = routes.map(async (route) => {
      const name = `${route.method} ${route.address.replaceAll(tokenOf(link), '…')}`
      return [name, await statusOf(route)] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }

  test('answers while the link is open', async () => {
    for (const [route, status] of Object.entries(await statuses(await make({ comments: true })))) {
      // What is said under a link is not the form's, and only the team takes it away: refused, but not by the gate.
      const expected = route.includes('comments') ? /^(200|422|403)$/ : /^(200|204|303)/
      expect(status, route).toMatch(expected)
    }
  })

  for (const [how, prepare] of [
    ['revoked', async () => revoke(await make())],
    ['rotated', async () => make().then(async (link) => (await ask('POST', `/${link.id}/rotate`)) && link)],
    ['unknown', async () => ({ ...(await make()), url: `${shared().url}/s/${'A'.repeat(22)}` })],
  ] as const) {
    test(`refuses a link that is ${how}`, async () => {
      for (const [route, status] of Object.entries(await statuses(await prepare())))
        expect(status, route).toMatch(/^404( link_(revoked|unknown))?$/)
    })
  }

  test('refuses a link whose time is over', async () => {
    const link = await make({ expires_at: inSeconds(2) })
    await expect.poll(async () => (await fetch(link.url)).status).toBe(404)
    for (const [route, status] of Object.entries(await statuses(link)))
      expect(status, route).toMatch(/^404( link_expired)?$/)
  })

  test('tells nothing of a locked link, nor of one for members', async () => {
    const closed = [await make({ password: 'open sesame' }), await make({ allowed_domains: ['example.com'] })]
    for (const link of closed)
      for (const [route, status] of Object.entries(await statuses(link))) {
        // The two pages say why, the form leads back.
        const expected = /^(GET \/(s|embed)\/…|POST \/s\/…\/unlock)$/.test(route)
          ? /^(200|303|403 link_members)$/
          : /^403( link_(locked|members))?$/
        expect(status, route).toMatch(expected)
      }
  })

  test('hands out nothing to keep where downloads are off', async () => {
    const [off, on] = [await make({ downloads: false }), await make()]
    const get = (link: Link, name: string) => fetch(`${link.url}/${name}`)
    for (const name of Object.keys(SHARED_FILES)) {
      expect((await get(off, `${name}?download=1`)).status, name).toBe(403)
      const inline = await get(off, name)
      expect([inline.status, inline.headers.get('content-disposition')], name).toEqual([200, 'inline'])
      const kept = await get(on, `${name}?download=1`)
      expect(kept.headers.get('content-disposition'), name).toMatch(/^attachment; filename="Seven swans/)
    }
  })
})

test('a password opens the link in this browser, for its files too', async ({ browser }) => {
  const link = await make({ password: 'open sesame', name: 'client' })
  const page = await stranger(browser, link.url)
  await expect(page).toHaveTitle('A shared video')
  await page.getByLabel('Password').fill('open barley')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not the password')).toBeVisible()
  await page.getByLabel('Password').fill('open sesame')
  await page.getByRole('button', { name: 'Watch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Seven swans/)
  await expectToPlay(page.locator('video'), { width: 640, height: 640 })
  expect((await page.request.get(`${link.url}/captions.vtt`)).status()).toBe(200)
  expect((await fetch(`${link.url}/captions.vtt`)).status).toBe(403)
  await page.context().close()
})

test('a link that is taken back, or whose time ends, stops what is being watched', async ({ browser }) => {
  const [taken, timed] = [await make(), await make({ expires_at: inSeconds(4) })]
  const pages = await Promise.all([taken, timed].map((link) => stranger(browser, link.url)))
  for (const page of pages) {
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.loop = true
      return video.play()
    })
  }
  const range = { headers: { range: 'bytes=0-99' } }
  expect((await fetch(`${taken.url}/video.mp4`, range)).status).toBe(206)
  await revoke(taken)
  expect((await fetch(`${taken.url}/video.mp4`, range)).status).toBe(404)
  const [first, second] = pages
  await expect(first?.getByRole('heading', { level: 1 }) ?? []).toHaveText('This link was taken back')
  await expect(first?.getByText(`Ask ${OWNER.name}`) ?? []).toBeVisible()
  await expect(second?.getByRole('heading', { level: 1 }) ?? []).toHaveText('This link has expired')
  for (const page of pages) {
    await expect(page.locator('video')).toHaveCount(0)
    await page.context().close()
  }
})

test('a link made before the video shows its state, plays while it is made, and then is the file', async ({
  browser,
}) => {
  const { url } = shared()
  const member = await browser.newContext({ storageState: SESSION })
  const order = async (text: string) => {
    const form = new FormData()
    form.set(
      'ref_image',
      new Blob([await (await fetch(`${url}/samples/astronaut.jpg`)).arrayBuffer()]),
      'a.jpg',
    )
    form.set('input_tts', JSON.stringify({ input: text }))
    return (await (await member.request.post(`${url}/v1/videos`, { multipart: form })).json()).id as string
  }
  const words = 'A film that is watched while it is made, from its first word to its last. '
  const before = await order(words.repeat(3))
  const id = await order(words.repeat(5))
  const link = linkSchema.parse(await (await member.request.post(`${url}/v1/videos/${id}/links`)).json())

  const page = await stranger(browser, link.url)
  await expect(page.getByRole('status').filter({ hasText: 'Waiting for its turn' })).toBeVisible()
  const video = page.locator('video')
  await expect(video).toHaveAttribute('src', /^blob:/, { timeout: 30_000 })
  await video.evaluate((element: HTMLVideoElement) => element.play())
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.2)
  expect((await (await fetch(`${link.url}/state`)).json()).status).toBe('in_progress')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))

  await waitFor(url, key, id)
  const at = await video.evaluate((element: HTMLVideoElement) => {
    element.pause()
    return element.currentTime
  })
  await expect(video).toHaveAttribute('src', /\/video\.mp4$/)
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeCloseTo(at, 1)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  for (const made of [before, id]) await member.request.delete(`${url}/v1/videos/${made}`)
  await page.context().close()
  await member.close()
})

test('other sites find the film by oEmbed and play it in a frame, from the second asked for', async ({
  browser,
}) => {
  const link = await make()
  const page = await stranger(browser, `${link.url}?t=1`)
  const video = page.locator('video')
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeCloseTo(1, 1)
  await expect(page.getByRole('button', { name: 'Copy link at 0:01' })).toBeVisible()
  const discovery = page.locator('link[type="application/json+oembed"]')
  const answer = await fetch(`${await discovery.getAttribute('href')}&maxwidth=320`)
  const embed = await answer.json()
  expect(embed).toMatchObject({ version: '1.0', type: 'video', width: 320, height: 320 })
  for (const [property, content] of [
    ['og:video', `${link.url}/video.mp4`],
    ['og:image', `${link.url}/poster.jpg`],
    ['twitter:card', 'player'],
    ['twitter:player', `${shared().url}/embed/${tokenOf(link)}`],
  ]) {
    const meta = page.locator(`meta[property="${property}"], meta[name="${property}"]`)
    await expect(meta.first()).toHaveAttribute('content', content ?? '')
  }

  await page.setContent(
    embed.html.replace('/embed/', '/embed/').replace('" title', '?autoplay=1&loop=1" title'),
  )
  const framed = page.frameLocator('iframe').locator('video')
  await expectToPlay(framed, { width: 640, height: 640 })
  const cues = framed.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.mode)
  expect(await cues).toBe('showing')
  await page.context().close()
})

test('a viewer counts once they have watched, and the team sees it', async ({ browser }) => {
  const link = await make({ name: 'Newsletter' })
  const page = await stranger(browser, link.url)
  const counted = page.waitForResponse((response) => response.url().endsWith('/views'))
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.play())
  expect((await counted).status()).toBe(204)
  await page.context().close()

  const team = await browser.newContext({ storageState: SESSION })
  const list = await team.newPage()
  await list.goto(`${shared().url}/links`)
  const row = list.getByRole('listitem').filter({ hasText: 'Newsletter' })
  await expect(row).toContainText('1 view, just now')
  await row.getByRole('button', { name: 'More' }).click()
  await list.getByRole('menuitem', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  // The page is ahead of the studio's answer.
  const status = async () => (await fetch(link.url)).status
  await expect.poll(status).toBe(404)
  await row.getByRole('button', { name: 'Undo revoking' }).click()
  await expect(row.getByRole('link', { name: 'Open' })).toBeVisible()
  await expect.poll(status).toBe(200)
  await team.close()
})

test('viewers say something about a moment, everybody finds the way there, and the team takes it away', async ({
  browser,
}) => {
  const link = await make({ comments: true })
  const page = await stranger(browser, link.url)
  const timeOf = (view: Page) =>
    view.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 1
  })
  await page.getByLabel('Your name').fill('Grace')
  await page.getByLabel('Comment', { exact: true }).fill('<b>Lovely</b> swans')
  await page.getByRole('button', { name: 'Say it at 0:01' }).click()
  await expect(page.getByRole('listitem')).toContainText('<b>Lovely</b> swans')
  await page.getByRole('button', { name: 'Like this moment' }).click()
  await expect(page.getByRole('button', { name: 'Like this moment · 1' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Delete/ })).toHaveCount(0)
  await page.context().close()

  const team = await browser.newContext({ storageState: SESSION })
  const view = await team.newPage()
  await view.goto(link.url)
  await view.getByRole('button', { name: 'Go to 0:01' }).click()
  await expect.poll(() => timeOf(view)).toBeCloseTo(1, 1)
  await view.getByRole('button', { name: 'Delete the comment of Grace' }).click()
  await expect(view.getByRole('listitem')).toHaveCount(0)
  await team.close()
})
