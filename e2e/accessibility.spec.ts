import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type CreateLink, type Link, linkSchema } from '@/lib/share/schema'
import { ownerKey } from './support/account'
import { bearer, createVideo, waitFor } from './support/api'
import { SESSION, shared } from './support/shared'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Each theme and each size of screen once: contrast does not depend on the width, nor layout on the theme. */
const SCREENS = [
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
] as const

let id: string
let link = ''
let locked = ''
let dead = ''

test.beforeAll(async () => {
  const { url } = shared()
  const key = await ownerKey()
  id = (
    await waitFor(
      url,
      key,
      (
        await createVideo(url, key, { text: 'Everybody should be able to use this.' })
      ).id,
    )
  ).id
  const make = async (settings: CreateLink) => {
    const headers = { ...bearer(key), 'content-type': 'application/json' }
    const asked = { method: 'POST', headers, body: JSON.stringify(settings) }
    return linkSchema.parse(await (await fetch(`${url}/v1/videos/${id}/links`, asked)).json())
  }
  const pathOf = (made: Link) => new URL(made.url).pathname
  link = pathOf(await make({}))
  locked = pathOf(await make({ password: 'open sesame' }))
  const ended = await make({})
  dead = pathOf(ended)
  await fetch(`${url}/v1/videos/${id}/links/${ended.id}`, { method: 'DELETE', headers: bearer(key) })
})

async function open(browser: Browser, path: string, screen: (typeof SCREENS)[number]): Promise<Page> {
  const strangerPage = path === '/sign-in' || /^\/(s|embed)\//.test(path) || path === '/no-such-page'
  const context = await browser.newContext({
    ...screen,
    reducedMotion: 'reduce',
    storageState: strangerPage ? undefined : SESSION,
  })
  const page = await context.newPage()
  await page.goto(shared().url + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  return page
}

const pages: [string, () => string][] = [
  ['sign-in', () => '/sign-in'],
  ['studio', () => '/'],
  ['gallery', () => '/gallery'],
  ['batch', () => '/batch'],
  ['links', () => '/links'],
  ['settings', () => '/settings'],
  ['pronunciations', () => '/settings/pronunciations'],
  ['one video', () => `/v/${id}`],
  ['share page', () => link],
  ['a locked link', () => locked],
  ['a dead link', () => dead],
  ['embedded', () => link.replace('/s/', '/embed/')],
  ['documentation', () => '/docs'],
  ['not found', () => '/no-such-page'],
]

for (const [name, path] of pages) {
  test(`${name}: axe finds nothing, nothing overflows, light on a phone and dark on a desktop`, async ({
    browser,
  }) => {
    for (const screen of SCREENS) {
      const page = await open(browser, path(), screen)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      if (name === 'documentation') await page.evaluate(keepAFewOfEach)
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      const found = violations.map(
        ({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html).join(' ')}`,
      )
      expect(found).toEqual([])
      await page.context().close()
    }
  })
}

/** Runs in the page. One component draws all operations, one all objects: axe need not look at a hundred of each. */
function keepAFewOfEach() {
  const kinds = [...document.querySelectorAll('main > div')].map((kind) => [...kind.children])
  for (const sections of [...kinds, [...document.querySelectorAll('#objects ~ *')]])
    for (const section of sections.slice(1)) section.remove()
}
