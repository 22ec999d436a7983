import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { PORTRAIT } from '../../e2e/support/shared'
import { askForVideo, type Furnished, portraitNamed, SCRIPT } from './furnish'

/** One thing to be seen: how it is called, what it is, and how to get there from a new browser. */
export type State = {
  name: string
  title: string
  /** Met by somebody who is not signed in. */
  stranger?: boolean
  show: (page: Page, furnished: Furnished) => Promise<unknown>
}

const at =
  (address: string | ((furnished: Furnished) => string)): State['show'] =>
  (page, furnished) =>
    page.goto(furnished.url + (typeof address === 'string' ? address : address(furnished)), {
      waitUntil: 'networkidle',
    })

/** Before there is anybody. */
export const BEFORE_ANYBODY: State[] = [
  { name: 'welcome', title: 'First run', stranger: true, show: at('/') },
]

/** Before there is anything. */
export const BEFORE_ANYTHING: State[] = [
  { name: 'studio-empty', title: 'Studio, empty', show: at('/') },
  { name: 'gallery-empty', title: 'Gallery, empty', show: at('/gallery') },
  { name: 'bin-empty', title: 'Bin, empty', show: at('/gallery/bin') },
  { name: 'links-empty', title: 'Links, none yet', show: at('/links') },
]

async function dropped(page: Page, { url }: Furnished, file = PORTRAIT): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(file)
  await page.getByRole('textbox', { name: 'Script' }).fill(SCRIPT)
  await page.waitForLoadState('networkidle')
}

async function created(page: Page, furnished: Furnished): Promise<void> {
  await dropped(page, furnished)
  await page.getByRole('button', { name: /^Create · / }).click()
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
}

/** Two people side by side. */
async function twoPeople() {
  const [left, right] = await Promise.all(
    ['hopper.jpg', 'collins.jpg'].map((name) => sharp(portraitNamed(name)).resize(480, 640).toBuffer()),
  )
  const ground = sharp({ create: { width: 960, height: 640, channels: 3, background: '#888' } })
  return ground
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: 480, top: 0 },
    ])
    .jpeg()
    .toBuffer()
}

const STUDIO: State[] = [
  {
    name: 'studio-dropped',
    title: 'Studio, ready to create',
    show: (page, furnished) => dropped(page, furnished),
  },
  {
    name: 'studio-refused',
    title: 'Studio, a picture without a face',
    show: async (page, { url }) => {
      await page.goto(url, { waitUntil: 'networkidle' })
      const buffer = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#789' } })
        .png()
        .toBuffer()
      await page
        .getByLabel('Portrait', { exact: true })
        .setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer })
      await page.getByText('This photo will not do').waitFor()
    },
  },
  {
    name: 'studio-faces',
    title: 'Studio, several faces',
    show: async (page, { url }) => {
      await page.goto(url, { waitUntil: 'networkidle' })
      const file = { name: 'two.jpg', mimeType: 'image/jpeg', buffer: await twoPeople() }
      await page.getByLabel('Portrait', { exact: true }).setInputFiles(file)
      await page.getByRole('radiogroup', { name: 'Who speaks' }).waitFor()
    },
  },
  {
    name: 'studio-framing',
    title: 'Studio, framing the portrait',
    show: async (page, furnished) => {
      await dropped(page, furnished)
      await page.getByRole('button', { name: 'Frame the portrait' }).click()
      await page.getByRole('button', { name: 'Fit the face' }).waitFor()
    },
  },
  {
    name: 'studio-recording',
    title: 'Studio, a recording while it is made',
    show: async (page, furnished) => {
      await dropped(page, furnished)
      await page.getByRole('tab', { name: 'Recording' }).click()
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      await page.waitForTimeout(2500)
    },
  },
  {
    name: 'studio-drafts',
    title: 'Studio, the menu of drafts',
    show: async (page, furnished) => {
      await dropped(page, furnished)
      await page.getByRole('button', { name: /^Draft: / }).click()
      await page.getByRole('menuitem', { name: 'New draft' }).waitFor()
    },
  },
  { name: 'studio-working', title: 'Studio, at work', show: created },
  {
    name: 'studio-done',
    title: 'Studio, done',
    show: async (page, furnished) => {
      await created(page, furnished)
      await page.getByRole('link', { name: 'Share' }).waitFor({ timeout: 90_000 })
    },
  },
  {
    name: 'studio-failed',
    title: 'Studio, failed',
    show: async (page, furnished) => {
      await page.route(/\/v1\/videos\/video_[0-9a-f]+$/, async (route) => {
        const body = await (await route.fetch()).json()
        const error = 'The engine stopped twice while it drew this video. Try again; what you put in is kept.'
        await route.fulfill({ json: { ...body, status: 'failed', error, error_type: 'render_failed' } })
      })
      await dropped(page, furnished)
      await page.getByRole('button', { name: /^Create · / }).click()
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    },
  },
]

const VIDEO: State[] = [
  { name: 'video', title: 'One video', show: at(({ video }) => `/v/${video}`) },
  {
    name: 'video-sentence',
    title: 'One video, changing a sentence',
    show: async (page, furnished) => {
      await at(`/v/${furnished.video}`)(page, furnished)
      await page.getByRole('button', { name: 'Change a sentence' }).click()
      await page.getByRole('textbox', { name: 'Sentence 2' }).fill('We have four things to show you today.')
    },
  },
  {
    name: 'video-captions',
    title: 'One video, captions edited',
    show: async (page, furnished) => {
      await at(`/v/${furnished.video}`)(page, furnished)
      await page.getByRole('button', { name: 'Edit captions' }).click()
      await page.getByRole('textbox', { name: 'Caption 1' }).focus()
    },
  },
]

const GALLERY: State[] = [
  { name: 'gallery', title: 'Gallery', show: at('/gallery') },
  {
    name: 'gallery-selected',
    title: 'Gallery, some selected',
    show: async (page, furnished) => {
      await at('/gallery')(page, furnished)
      await page.getByRole('gridcell').getByRole('link').first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowRight')
      await page
        .getByText(/selected/)
        .first()
        .waitFor()
    },
  },
  { name: 'bin', title: 'Bin', show: at('/gallery/bin') },
  { name: 'batch-new', title: 'A batch, to be put together', show: at('/batch') },
  { name: 'batch', title: 'A batch, made', show: at(({ batch }) => batch) },
]

const SHARING: State[] = [
  { name: 'links', title: 'Links', show: at('/links') },
  { name: 'share', title: 'Share page', stranger: true, show: at(({ link }) => link) },
  { name: 'share-locked', title: 'A link with a password', stranger: true, show: at(({ locked }) => locked) },
  { name: 'share-dead', title: 'A link that was taken back', stranger: true, show: at(({ dead }) => dead) },
  {
    name: 'share-live',
    title: 'Shared before it is finished',
    stranger: true,
    show: async (page, { url, request }) => {
      const { id } = await askForVideo(request, url)
      const link = await (await request.post(`${url}/v1/videos/${id}/links`)).json()
      await page.goto(link.url)
      await page.getByRole('status').first().waitFor()
    },
  },
  {
    name: 'embed',
    title: 'Embedded',
    stranger: true,
    show: at(({ link }) => link.replace('/s/', '/embed/')),
  },
]

const REST: State[] = [
  { name: 'settings', title: 'Settings', show: at('/settings') },
  { name: 'pronunciations', title: 'Pronunciations', show: at('/settings/pronunciations') },
  {
    name: 'commands',
    title: 'Commands',
    show: async (page, furnished) => {
      await at('/gallery')(page, furnished)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'documentation', title: 'Documentation of the API', show: at('/docs') },
  { name: 'sign-in', title: 'Sign in', stranger: true, show: at('/sign-in') },
  { name: 'not-found', title: 'Not found', stranger: true, show: at('/no-such-page') },
]

/** The studio last, because each of its pictures adds a video to the gallery. */
export const IN_USE: State[] = [...GALLERY, ...VIDEO, ...REST, ...SHARING, ...STUDIO]
