import { existsSync, openAsBlob } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readError } from '@/lib/boson/error-answer'
import { type StudioVideo, studioVideoSchema } from '@/lib/boson/schemas'
import { streamToFile } from '@/lib/storage/stream-to-file'
import { createProgressBar, stageWords } from './progress-bar'
import { openStudio, type StudioConnection } from './studio-connection'
import { readOptions, required, UsageError } from './usage'

const POLL_MS = 250

/** `studio create`: one video from a picture and a text or a recording, into a file. */
export async function create(args: string[]): Promise<number> {
  const startedAt = performance.now()
  const options = readOptions(args, {
    image: { type: 'string' },
    text: { type: 'string' },
    audio: { type: 'string' },
    size: { type: 'string' },
    voice: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  })
  const out = path.resolve(required(options.out, 'out'))
  if (!existsSync(path.dirname(out)))
    throw new Error(`There is no folder ${path.dirname(out)} to write ${options.out} into.`)
  const form = await formOf(options)
  const bar = createProgressBar(process.stderr)
  const studio = await openStudio((sentence) => bar.say(sentence))
  try {
    const video = await follow(studio, await order(studio, form), (now) =>
      bar.show(now.progress, stageWords(now.stage)),
    )
    if (video.status === 'failed') throw new Error(video.error ?? 'The video failed without a reason.')
    await download(studio, video.id, out)
    bar.finish()
    await report(video, out, performance.now() - startedAt, options.json ?? false)
    return 0
  } finally {
    bar.finish()
    await studio.close()
  }
}

type Options = { image?: string; text?: string; audio?: string; size?: string; voice?: string }

async function formOf(options: Options): Promise<FormData> {
  const image = required(options.image, 'image')
  if ((options.text === undefined) === (options.audio === undefined)) {
    throw new UsageError('Give either --text or --audio, not both.')
  }
  const form = new FormData()
  form.set('ref_image', await fileBlob(image, 'image'), path.basename(image))
  if (options.audio !== undefined) {
    form.set('input', await fileBlob(options.audio, 'audio'), path.basename(options.audio))
  } else {
    form.set(
      'input_tts',
      JSON.stringify({ input: options.text, ...(options.voice && { voice: options.voice }) }),
    )
  }
  if (options.size) form.set('size', options.size)
  return form
}

async function fileBlob(file: string, option: string): Promise<Blob> {
  if (!existsSync(file)) throw new Error(`--${option}: there is no file ${file}.`)
  return openAsBlob(file)
}

async function order(studio: StudioConnection, form: FormData): Promise<StudioVideo> {
  const response = await studio.request('/v1/videos', { method: 'POST', body: form })
  if (!response.ok) throw await readError(response)
  return studioVideoSchema.parse(await response.json())
}

async function follow(
  studio: StudioConnection,
  first: StudioVideo,
  onChange: (video: StudioVideo) => void,
): Promise<StudioVideo> {
  let video = first
  while (video.status === 'queued' || video.status === 'in_progress') {
    onChange(video)
    await sleep(POLL_MS)
    const response = await studio.request(`/v1/videos/${video.id}`)
    if (!response.ok) throw await readError(response)
    video = studioVideoSchema.parse(await response.json())
  }
  return video
}

async function download(studio: StudioConnection, id: string, out: string): Promise<void> {
  const response = await studio.request(`/v1/videos/${id}/content`)
  if (!response.ok || !response.body) throw await readError(response)
  const partial = `${out}.partial`
  await streamToFile(response.body, partial)
  await rename(partial, out)
}

async function report(video: StudioVideo, out: string, elapsedMs: number, asJson: boolean): Promise<void> {
  const { id, status, seconds, width, height } = video
  const { size: bytes } = await stat(out)
  for (const notice of video.notices) console.error(notice)
  if (asJson)
    console.log(
      JSON.stringify({ id, status, seconds, width, height, bytes, elapsed_ms: Math.round(elapsedMs) }),
    )
  else console.error(`${out}: ${seconds?.toFixed(1)} s, ${width}×${height}, ${Math.round(bytes / 1024)} kB`)
}
