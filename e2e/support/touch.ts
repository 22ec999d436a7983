import type { Locator, Page } from '@playwright/test'

/** A phone: a small window, touched. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

type Spot = { x: number; y: number }

/** Fingers that come down, go where each is told, and leave, as the browser hears them from a screen. */
export async function touch(page: Page, paths: [from: Spot, to: Spot][], restMs = 0): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const at = (share: number) =>
    paths.map(([from, to], id) => ({
      id,
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }))
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: (Spot & { id: number })[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', at(0))
  await page.waitForTimeout(restMs)
  for (const share of [0.25, 0.5, 0.75, 1]) await send('touchMove', at(share))
  await send('touchEnd', [])
  await browser.detach()
}

export async function middleOf(locator: Locator): Promise<Spot> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not there to be touched.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export const beside = ({ x, y }: Spot, by: number): Spot => ({ x: x + by, y })
