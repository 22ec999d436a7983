import type { Page } from '@playwright/test'

/** Goes down through a gallery as fast as a wheel does, and on as pages arrive; the number of rows it got to. */
export async function scrollGallery(page: Page, videos: number): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.move(width / 2, height / 2)
  // By attribute: looking for a role takes the page's own time.
  const row = () => page.locator('[role=row]').last().getAttribute('aria-rowindex')
  let last = 0
  for (let stuck = 0; stuck < 100 && last * 5 < videos; ) {
    await page.mouse.wheel(0, 1200)
    await page.waitForTimeout(30)
    const now = Number(await row())
    stuck = now === last ? stuck + 1 : 0
    last = now
  }
  return last
}
