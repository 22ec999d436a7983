import { expect, type Page, test } from '@playwright/test'
import type { Client } from 'pg'
import { connectToStudio, seedVideos } from '../bench/seed-gallery'
import { SESSION, shared } from './support/shared'
import { middleOf, PHONE, touch } from './support/touch'

const MANY = 400

test.use({ storageState: SESSION, viewport: { width: 1280, height: 800 } })

let database: Client

test.beforeAll(async () => {
  database = await connectToStudio(shared().dataDir)
  await seedVideos(database, MANY)
})

test.afterAll(async () => {
  await database.query(`delete from "Video" where id like 'video_00000000%'`)
  await database.query(`delete from "User" where "passwordHash" = ''`)
  await database.end()
})

const cell = (page: Page, title: string) =>
  page.getByRole('gridcell').filter({ has: page.getByRole('link', { name: new RegExp(`${title}\\b`) }) })

/** Scrolls until the video is drawn, at most half of what is seen at once, so that a busy machine cannot pass it by. */
async function scrollTo(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.mouse.wheel(0, 400)
    await expect(cell(page, title)).toBeVisible({ timeout: 30 })
  }).toPass({ intervals: [10] })
}

/** A video that somebody else has just made, like one that is there. */
async function addVideo(title: string): Promise<void> {
  const changes = `jsonb_build_object('id', overlay(id placing 'f' from 16), 'title', $1::text, 'createdAt', now())`
  await database.query(
    `insert into "Video" select (jsonb_populate_record(v, ${changes})).* from "Video" v where title = 'Weekly news 1'`,
    [title],
  )
}

test('of many videos few are drawn; new ones come without moving anything, and back leads to where one was', async ({
  page,
}) => {
  await page.goto(`${shared().url}/gallery`)
  await page.mouse.move(600, 400)
  await scrollTo(page, 'Weekly news 201')
  expect(await page.getByRole('gridcell').count()).toBeLessThan(60)

  const seen = cell(page, 'Weekly news 201')
  // Its picture cannot be had, of which no broken one tells.
  await expect(seen.locator('img')).toHaveCount(0)
  await seen.scrollIntoViewIfNeeded()
  const before = await seen.boundingBox()
  await addVideo('Just in')
  const news = page.getByRole('button', { name: '1 new video' })
  await expect(news).toBeVisible()
  expect(await seen.boundingBox()).toEqual(before)

  await seen.getByRole('link').click()
  await expect(page).toHaveURL(/\/v\//)
  await page.goBack()
  await expect(seen).toBeVisible()
  expect(await seen.boundingBox()).toEqual(before)

  await news.click()
  await expect(cell(page, 'Just in')).toBeVisible()
})

test('videos are reached, chosen and deleted by keyboard', async ({ page }) => {
  // Videos of other tests may be made in one second, which has no order.
  await page.goto(`${shared().url}/gallery?q=Sentence%20number`)
  const links = page.getByRole('gridcell').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  await links.first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('3 videos selected')).toBeVisible()
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(3)
  await page.keyboard.press('Delete')
  await expect(page.getByText('3 videos are in the bin')).toBeVisible()
  await expect(links.nth(1)).toHaveAttribute('href', addresses[4])
  await expect(links.nth(1)).toBeFocused()

  await page.getByRole('button', { name: 'Undo' }).click()
  for (const i of [1, 2, 3]) await expect(links.nth(i)).toHaveAttribute('href', addresses[i])
  await links.first().focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('gridcell', { selected: false })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(0)
  await page.keyboard.press('Control+End')
  const row = page.getByRole('row').filter({ has: page.locator('a:focus') })
  await expect.poll(async () => Number(await row.getAttribute('aria-rowindex'))).toBeGreaterThan(8)
})

test('videos are tagged and filed together, found by that, by words and by who made them', async ({
  page,
}) => {
  // Other tests' videos are newer.
  await page.goto(`${shared().url}/gallery?q=Welcome`)
  await page.getByRole('checkbox', { name: 'Select Welcome 4', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Select Welcome 8', exact: true }).check()
  await page.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('textbox', { name: 'New tag' }).fill('Spring')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear' }).click()

  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Spring')
  await expect(page).toHaveURL(/\?q=Welcome&tag=Spring$/)
  await expect(page.getByRole('gridcell')).toHaveCount(2)
  await page.reload()
  await expect(page.getByRole('gridcell')).toHaveCount(2)

  await cell(page, 'Welcome 8').getByRole('link').click()
  await page.getByRole('button', { name: 'Put into a folder' }).click()
  await page.getByRole('textbox', { name: 'New folder' }).fill('Clients')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page).toHaveURL(/\/gallery\?folder=Clients$/)
  await expect(page.getByRole('gridcell')).toHaveCount(1)

  await page.getByRole('searchbox').fill('no such words')
  await expect(page.getByText('Nothing found for “no such words”')).toBeVisible()
  await page.getByRole('button', { name: 'Show all videos' }).click()
  await page.getByRole('searchbox').fill('number 77 ')
  await expect(page.getByRole('gridcell')).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Made by' }).selectOption('Ada Lovelace')
  await expect(page.getByText('Nothing found for “number 77”')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('in the gallery a finger that rests selects, and a tap then selects more', async ({ page }) => {
    await page.goto(`${shared().url}/gallery`)
    const [first, second] = await page.getByRole('gridcell').all()
    await page.waitForFunction(() => document.querySelector('[role=row]')?.getAttribute('style'))
    const at = await middleOf(first)
    await touch(page, [[at, at]], 700)
    await expect(page.getByText('1 video selected')).toBeVisible()
    await second.getByRole('link').tap()
    await expect(page.getByText('2 videos selected')).toBeVisible()
    await expect(page).toHaveURL(/\/gallery$/)
  })
})
