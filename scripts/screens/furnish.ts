import { readFile } from 'node:fs/promises'
import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { type StudioVideo, studioVideoSchema } from '@/lib/boson/schemas'
import { linkSchema } from '@/lib/share/schema'

/** What there is to be seen, by its address. */
export type Furnished = {
  url: string
  /** The owner's requests. */
  request: APIRequestContext
  video: string
  link: string
  locked: string
  dead: string
  batch: string
}

/** Who is in the gallery, as which shape, saying what. */
const VIDEOS = [
  [
    'hopper.jpg',
    '640x640',
    'nora',
    'Hello, and thank you for being here. We have three things to show you today.',
  ],
  ['kofi.jpg', '480x640', 'marcus', 'Good morning. The new opening hours begin on Monday.'],
  ['franklin.jpg', '640x640', 'marcus', 'A ship in port is safe, but that is not what ships are built for.'],
  ['lena.jpg', '640x480', 'nora', 'Your order is on its way. It should be with you before the weekend.'],
  ['cortes.jpg', '480x640', 'marcus', 'Let me walk you through your first day, one step at a time.'],
  ['amara.jpg', '640x640', 'nora', 'Congratulations! All of us wish you a very happy birthday.'],
  ['collins.jpg', '640x640', 'marcus', 'This week in the news: rain in the north, and sun everywhere else.'],
] as const
export const SCRIPT = VIDEOS[0][3]
export const portraitNamed = (name: string) => `bench/avatar/portraits/${name}`

/** Asks for a video; it need not be finished. */
export async function askForVideo(
  request: APIRequestContext,
  url: string,
  [portrait, size, voice, input]: (typeof VIDEOS)[number] = VIDEOS[0],
): Promise<StudioVideo> {
  const buffer = await readFile(portraitNamed(portrait))
  const answer = await request.post(`${url}/v1/videos`, {
    multipart: {
      ref_image: { name: portrait, mimeType: 'image/jpeg', buffer },
      input_tts: JSON.stringify({ input, voice }),
      size,
    },
  })
  return studioVideoSchema.parse(await answer.json())
}

async function finished(request: APIRequestContext, url: string, id: string): Promise<void> {
  for (;;) {
    const { status, error } = studioVideoSchema.parse(
      await (await request.get(`${url}/v1/videos/${id}`)).json(),
    )
    if (status === 'failed') throw new Error(`${id} failed: ${error}`)
    if (status === 'completed') return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** Fills an empty studio with what a small team has after a week. */
export async function furnish(request: APIRequestContext, url: string): Promise<Furnished> {
  // The one that is looked at closely comes last, so that it is the newest.
  const asked: StudioVideo[] = []
  for (const video of [...VIDEOS, VIDEOS[5]].reverse()) asked.push(await askForVideo(request, url, video))
  for (const { id } of asked) await finished(request, url, id)
  await request.delete(`${url}/v1/videos/${asked[0].id}`)
  const video = asked[asked.length - 1].id
  const links = `${url}/v1/videos/${video}/links`
  const share = async (data: Record<string, unknown>) =>
    linkSchema.parse(await (await request.post(links, { data })).json())
  const pathOf = (made: { url: string }) => new URL(made.url).pathname
  const dead = await share({ name: 'Last month' })
  await request.delete(`${links}/${dead.id}`)
  const locked = pathOf(await share({ name: 'Board', password: 'open sesame' }))
  const link = pathOf(await share({ name: 'Newsletter', comments: true }))
  await request.post(`${url}${link}/comments`, {
    data: { text: 'The pause before “three things” is perfect.', at: 2 },
  })
  for (const [word, said_as] of [
    ['Nguyen', '/wˈɪn/'],
    ['Boson', 'BOH-zon'],
    ['SQL', 'sequel'],
  ])
    await request.post(`${url}/v1/pronunciations`, { data: { word, said_as } })
  await request.post(`${url}/v1/keys`, { data: { name: 'Nightly build' } })
  const batch = await request.post(`${url}/v1/batches`, {
    multipart: {
      ref_image: {
        name: 'kofi.jpg',
        mimeType: 'image/jpeg',
        buffer: await readFile(portraitNamed('kofi.jpg')),
      },
      title: 'Welcome, new members',
      voice: 'marcus',
      size: '640x640',
      rows: JSON.stringify(
        ['Ada', 'Bo', 'Cy', 'Dee'].map((name) => ({ title: name, input: `Welcome, ${name}!` })),
      ),
    },
  })
  const { id } = z.object({ id: z.string() }).parse(await batch.json())
  return { url, request, video, link, locked, dead: pathOf(dead), batch: `/batch/${id}` }
}
