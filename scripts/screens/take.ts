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
const TIMEOUT_MS = 15_000
/** By then what fades in is there. */
const FADED_MS = 400

export const fileOf = (state: Pick<State, 'name'>, form: string) => `${state.name}-${form}.webp`

/** Takes every state's picture in every form; says which could not be had, and goes on. */
export async function take(
  browser: Browser,
  directory: string,
  states: State[],
  furnished: Furnished,
  session: BrowserContextOptions['storageState'],
): Promise<void> {
  const forms = Object.entries(FORMS)
  for (const state of states) {
    await Promise.all(
      forms.map(async ([form, { kept, ...screen }]) => {
        const context = await browser.newContext({
          ...screen,
          reducedMotion: 'reduce',
          storageState: state.stranger ? undefined : session,
        })
        context.setDefaultTimeout(TIMEOUT_MS)
        const page = await context.newPage()
        try {
          await state.show(page, furnished)
          await page.waitForTimeout(FADED_MS)
          const picture = sharp(await page.screenshot()).resize(kept)
          const webp = await picture.webp({ quality: QUALITY }).toBuffer()
          writeFileSync(path.join(directory, fileOf(state, form)), webp)
        } catch (error) {
          console.error(`${state.name}, ${form}: ${error instanceof Error ? error.message : error}`)
          process.exitCode = 1
        }
        await context.close()
      }),
    )
  }
}
