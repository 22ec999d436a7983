import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { z } from 'zod'
import { videoSchema } from '@/lib/boson/schemas'
import { PORTRAIT } from '../e2e/support/shared'
import { signUp } from '../e2e/support/sign-up'
import { type StudioProcess, startStudio } from '../e2e/support/studio-process'
import { connectToStudio, seedPosters, seedVideos } from './seed-gallery'

const SCRIPT =
  'Welcome to the studio. People move their lips, blow bubbles, and press them together. ' +
  'Everything you see was made right here.'

export type FurnishedStudio = {
  studio: StudioProcess
  /** The owner's session. */
  session: Exclude<BrowserContextOptions['storageState'], string | undefined>
  /** Of pages that are there, by what they are. */
  addresses: Record<'signIn' | 'studio' | 'gallery' | 'video' | 'share' | 'embed', string>
}

/** A studio in use: an owner, a gallery of `videos`, one video that is really there, and a link to it. */
export async function furnishStudio(browser: Browser, videos: number): Promise<FurnishedStudio> {
  const studio = await startStudio()
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await signUp(page, studio.url)
    const database = await connectToStudio(studio.dataDir)
    await seedVideos(database, videos)
    await seedPosters(studio.dataDir, videos)
    await database.end()
    const asked = await page.request.post(`${studio.url}/v1/videos`, {
      multipart: {
        ref_image: { name: 'portrait.png', mimeType: 'image/png', buffer: await readFile(PORTRAIT) },
        input_tts: JSON.stringify({ input: SCRIPT, voice: 'nora' }),
      },
    })
    const { id } = videoSchema.parse(await asked.json())
    const ended = async () => {
      const { status } = videoSchema.parse(
        await (await page.request.get(`${studio.url}/v1/videos/${id}`)).json(),
      )
      if (status === 'failed') throw new Error('The video could not be made.')
      return status === 'completed'
    }
    while (!(await ended())) await page.waitForTimeout(500)
    const answer = await page.request.post(`${studio.url}/v1/videos/${id}/links`)
    const link = new URL(z.object({ url: z.string() }).parse(await answer.json()).url).pathname
    return {
      studio,
      session: await context.storageState(),
      addresses: {
        signIn: '/sign-in',
        studio: '/',
        gallery: '/gallery',
        video: `/v/${id}`,
        share: link,
        embed: link.replace('/s/', '/embed/'),
      },
    }
  } catch (error) {
    await studio.dispose()
    throw error
  } finally {
    await context.close()
  }
}
