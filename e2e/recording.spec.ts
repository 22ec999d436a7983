import { AxeBuilder } from '@axe-core/playwright'
import { chromium, expect, type Page, test } from '@playwright/test'
import { openStudio } from './support/open-studio'
import { PORTRAIT, SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

async function made(page: Page): Promise<{ seconds: number | null }> {
  return (await (await page.request.get(`${shared().url}/v1/videos?limit=1`)).json()).data[0]
}

test('a voice is recorded, paused, trimmed by keyboard and by hand, and only that part is said', async () => {
  const { launchOptions } = test.info().project.use
  const fake = [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${shared().media.wav}`,
  ]
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...fake] })
  const context = await browser.newContext({ storageState: SESSION })
  const page = await context.newPage()
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await page.getByRole('tab', { name: 'Recording' }).click()
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'may not use the microphone' })).toBeVisible()

  await context.grantPermissions(['microphone'])
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const meter = page.getByRole('meter', { name: 'Loudness' })
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  await expect(page.getByText(/^0:03 of/)).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  await expect(page.getByText(/^0:(0[5-9]|[1-4]\d) of/)).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()

  const start = page.getByRole('slider', { name: 'Start' })
  const end = page.getByRole('slider', { name: 'End' })
  const length = Number(await end.getAttribute('aria-valuenow'))
  expect(length).toBeGreaterThan(4)
  await start.press('PageUp')
  await expect(start).toHaveAttribute('aria-valuenow', '1')
  const box = (await end.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 3 })
  await page.mouse.up()
  const to = Number(await end.getAttribute('aria-valuenow'))
  expect(to).toBeLessThan(length - 0.2)
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])

  await page.reload()
  await expect(start).toHaveAttribute('aria-valuenow', '1')
  expect(Number(await end.getAttribute('aria-valuenow'))).toBeCloseTo(to, 3)
  await page.getByRole('button', { name: /^Create/ }).click()
  const off = async () => Math.abs(((await made(page)).seconds ?? 0) - (to - 1))
  await expect.poll(off, { timeout: 60_000 }).toBeLessThan(0.1)
  await browser.close()
})

test('of a recording that is too long the first minute is taken until somebody chooses another', async ({
  page,
}) => {
  await openStudio(page)
  await page.getByRole('tab', { name: 'Recording' }).click()
  const input = page.getByLabel('Recording', { exact: true }).and(page.locator('input[type=file]'))
  await input.setInputFiles(shared().media.long)
  const start = page.getByRole('slider', { name: 'Start' })
  const end = page.getByRole('slider', { name: 'End' })
  await expect(end).toHaveAttribute('aria-valuenow', '60')
  await end.press('PageUp')
  await expect(end).toHaveAttribute('aria-valuenow', '61')
  await expect(start).toHaveAttribute('aria-valuenow', '1')
})
