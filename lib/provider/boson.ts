import 'server-only'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BosonClient } from '@/lib/boson/client'
import { StudioError } from '@/lib/boson/errors'
import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'
import { temporaryDirectory } from '@/lib/storage/files'
import type { AvatarProvider, InputFile, Operation } from './provider'

export type BosonProviderSettings = {
  apiKey: string | undefined
  baseUrl: string
  videoModel: string
  speechModel: string
}

/** English speech, roughly: for estimates only. */
const CHARACTERS_A_SECOND = 15

/** Boson, or whatever speaks its API: another studio, for one. */
export function createBosonProvider(settings: BosonProviderSettings): AvatarProvider {
  if (!settings.apiKey)
    throw new StudioError('invalid_api_key', 'BOSON_API_KEY is not set, so Boson cannot be asked.')
  const client = new BosonClient({ apiKey: settings.apiKey, baseUrl: settings.baseUrl })

  return {
    name: 'boson',
    repeatable: false,
    pollMs: () => 1000,
    deadlineMs: () => 15 * 60_000,

    async checkScript({ text }) {
      const characters = [...text].length
      if (!/[\p{L}\p{N}]/u.test(text)) {
        throw new StudioError('empty_input', 'The script has nothing to say. Write at least one word.', {
          param: 'input_tts',
          code: 'nothing_to_say',
        })
      }
      if (characters > MAX_SCRIPT_CHARACTERS) {
        throw new StudioError(
          'input_too_long',
          `The script has ${characters} characters; at most ${MAX_SCRIPT_CHARACTERS} can be spoken. Shorten it.`,
          { param: 'input_tts' },
        )
      }
      return { seconds: characters / CHARACTERS_A_SECOND }
    },

    async start({ size, portrait, speech }, { signal }) {
      const video = await client.createVideo(
        {
          model: settings.videoModel,
          size,
          image: await load(portrait),
          ...(speech.kind === 'recording'
            ? { audio: await load(speech.file) }
            : {
                speech: {
                  input: speech.text,
                  voice: speech.voice,
                  model: settings.speechModel,
                },
              }),
        },
        signal,
      )
      return { id: video.id }
    },

    async status(operation, signal) {
      const video = await client.retrieveVideo(idOf(operation), signal)
      if (video.status === 'completed') return { state: 'completed' }
      if (video.status === 'failed') {
        const reason = video.error ?? 'it gave no reason'
        return {
          state: 'failed',
          error: new StudioError('upstream_failed', `The upstream could not make this video: ${reason}`),
        }
      }
      return { state: 'running', stage: 'upstream', progress: video.progress }
    },

    async content(operation, signal) {
      const id = idOf(operation)
      await mkdir(temporaryDirectory(), { recursive: true })
      const video = await save(await client.videoContent(id, 'video', signal), '.mp4')
      // Boson keeps no pictures of its videos; another studio does.
      const poster = await client.videoContent(id, 'poster', signal).then(
        (response) => save(response, '.jpg'),
        () => null,
      )
      return { video, poster, words: null }
    },

    // The API has no cancel: what was started there runs on, and nobody fetches it.
    async cancel() {},
  }
}

function idOf(operation: Operation): string {
  return String(operation.id)
}

async function load({
  path: file,
  contentType,
}: InputFile): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string }> {
  return { bytes: new Uint8Array(await readFile(file)), contentType }
}

/** Streams a body into the temporary directory. Half a file is removed and the error thrown on. */
async function save(response: Response, extension: string): Promise<string> {
  if (!response.body) throw new StudioError('upstream_failed', 'The upstream sent an empty file.')
  const file = path.join(temporaryDirectory(), `${randomUUID()}${extension}`)
  try {
    await pipeline(Readable.from(response.body), createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw new StudioError('upstream_failed', 'The download of the finished video broke off.', {
      cause: error,
    })
  }
  return file
}
