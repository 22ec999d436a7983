import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import sharp from 'sharp'
import type { Furnished } from './furnish'
import type { State } from './states'

/** Each theme on a desktop, and a phone. Pictures are kept smaller than they were seen. */
export const FORMS = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 }, kept: 960 },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 }, kept: 960 },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 }, kept: 390 },
} as const
const QUALITY = 62

export const fileOf = (state: Pick<State, 'name'>, form: string) => `${state.name}-${form}.webp`

/** Takes every state's picture in every form; says which could not be had, and goes on. */
export async function take(
  browser: Browser,
  directory: string,
  states: State[],
  furnished: Furnished,
  session: BrowserContextOptions['storageState'],
): Promise<void> {
  for (const state of states) {
    for (const [form, { kept, ...screen }] of Object.entries(FORMS)) {
      const context = await browser.newContext({
        ...screen,
        reducedMotion: 'reduce',
        storageState: state.stranger ? undefined : session,
      })
      context.setDefaultTimeout(12_000)
      const page = await context.newPage()
      try {
        await state.show(page, furnished)
        // Pictures fade in.
        await page.waitForTimeout(400)
        const picture = sharp(await page.screenshot()).resize(kept)
        writeFileSync(
          path.join(directory, fileOf(state, form)),
          await picture.webp({ quality: QUALITY }).toBuffer(),
        )
      } catch (error) {
        console.error(`${state.name}, ${form}: ${error instanceof Error ? error.message : error}`)
        process.exitCode = 1
      }
      await context.close()
    }
  }
}
