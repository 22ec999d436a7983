import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { StudioError } from '@/lib/boson/errors'
import type { Stage, Word } from '@/lib/boson/schemas'
import { log } from '@/lib/log'
import { temporaryDirectory } from '@/lib/storage/files'
import { engine } from './engine'
import type {
  AvatarProvider,
  LiveSink,
  Operation,
  OperationStatus,
  SpeechRequest,
  SpokenAudio,
  VideoRequest,
} from './provider'

type Run = {
  abort: AbortController
  status: OperationStatus
  video: string
  poster: string
  record: string
  recorded: boolean
  words: Word[] | null
  /** Resolves when it is over, however it ended. */
  ended: Promise<void>
}

/** The longest video takes a fraction of this on the slowest machine seen. */
const DEADLINE_MS = 15 * 60_000
/** How long an answer about a running operation waits for its end: whoever asked need not ask again to hear of it. */
const WAIT_MS = 60

/** Where a reference decides: the preset that nothing was changed of. */
const BASE_VOICE = 'default'

/** Share of the whole that a stage takes, in percent: from, to. Speech goes on while frames are drawn. */
const SPAN: Record<Stage, [number, number]> = {
  waiting: [0, 0],
  upstream: [0, 0],
  speech: [1, 2],
  portrait: [2, 4],
  frames: [4, 97],
  finishing: [97, 99],
}

/**
 * The embedded engine. Its operations live in this process only: after a restart they are `lost`, and since they cost
 * nothing, the runner simply starts again. The seed makes the second try the same video.
 */
export function createLocalProvider(): AvatarProvider {
  const runs = new Map<string, Run>()
  const find = (operation: Operation) => runs.get(String(operation.run))

  return {
    name: 'local',
    repeatable: true,
    pollMs: () => 0,
    deadlineMs: () => DEADLINE_MS,
    checkScript: ({ text, voice, hasReference, pronunciations }) =>
      engine().inspectScript(text, hasReference ? BASE_VOICE : voice, { pronunciations }),
    voices: () => engine().voices(),
    speak,

    async start(request, { live }) {
      const id = randomUUID()
      const directory = await workshop()
      const run: Run = {
        abort: new AbortController(),
        status: { state: 'running', stage: 'speech', progress: 1 },
        video: path.join(directory, `${id}.mp4`),
        poster: path.join(directory, `${id}.jpg`),
        record: path.join(directory, `${id}.json`),
        recorded: false,
        words: null,
        ended: Promise.resolve(),
      }
      runs.set(id, run)
      run.ended = render(run, request, live)
      return { run: id }
    },

    async status(operation) {
      const run = find(operation)
      if (!run) return { state: 'lost' }
      await Promise.race([run.ended, sleep(WAIT_MS)])
      return run.status
    },

    async content(operation) {
      const run = find(operation)
      if (!run) throw new StudioError('render_failed', 'The finished video is gone. Try again.')
      runs.delete(String(operation.run))
      const { video, poster, words, recorded, record } = run
      return { video, poster, words, record: recorded ? record : null }
    },

    async cancel(operation) {
      const run = find(operation)
      runs.delete(String(operation.run))
      run?.abort.abort()
    },
  }
}

/** Renders in the background and keeps `run.status` current. */
async function render(run: Run, request: VideoRequest, live: LiveSink | null): Promise<void> {
  const { earlier } = request
  try {
    const { words, recorded } = await engine().render(
      {
        portraitPath: request.portrait.path,
        framing: request.framing,
        speech: engineSpeech(request.speech),
        size: request.size,
        seed: request.seed,
        outPath: run.video,
        posterPath: run.poster,
        recordPath: run.record,
        earlier: earlier && { filmPath: earlier.film, recordPath: earlier.record },
      },
      {
        signal: run.abort.signal,
        onFragment: live?.write,
        onProgress: ({ stage, fraction }) => {
          const [from, to] = SPAN[stage]
          run.status = { state: 'running', stage, progress: Math.round(from + (to - from) * fraction) }
        },
      },
    )
    // Whoever watches a stream without an end takes the finished file instead.
    await live?.end().catch((error) => log.warn({ err: error }, 'a live stream was not ended'))
    run.words = words
    run.recorded = recorded
    run.status = { state: 'completed' }
  } catch (error) {
    await Promise.all([run.video, run.poster, run.record].map((file) => rm(file, { force: true })))
    run.status = { state: 'failed', error: asRenderFailure(error) }
  }
}

function engineSpeech(speech: VideoRequest['speech']) {
  if (speech.kind === 'recording') return { kind: 'recording' as const, path: speech.file.path }
  const { text, pronunciations } = speech
  return { kind: 'script' as const, text, pronunciations, ...voiceOf(speech) }
}

/** A reference takes the voice's place: the engine chooses the trained voice that comes nearest to it. */
function voiceOf({ voice, reference }: Pick<SpeechRequest, 'voice' | 'reference'>) {
  return reference ? { voice: BASE_VOICE, reference: reference.clip.path } : { voice }
}

/** Speech as a stream of its own: as it is spoken where that was asked for, else from the finished file. */
async function speak(request: SpeechRequest, signal: AbortSignal): Promise<SpokenAudio> {
  const { text, pronunciations, format } = request
  const spoken = { text, pronunciations, ...voiceOf(request), format }
  if (request.stream) return { audio: await speakAlong(spoken, signal), words: null }
  const outPath = path.join(await workshop(), `${randomUUID()}.${request.format}`)
  try {
    const { words } = await engine().speak({ ...spoken, outPath }, { signal })
    const audio = createReadStream(outPath)
    audio.once('close', () => rm(outPath, { force: true }))
    return { audio, words }
  } catch (error) {
    await rm(outPath, { force: true })
    throw error
  }
}

/** Resolves with the first words: what is refused is refused before an answer has begun. */
function speakAlong(
  spoken: Omit<Parameters<ReturnType<typeof engine>['speak']>[0], 'outPath'>,
  signal: AbortSignal,
): Promise<Readable> {
  const audio = new PassThrough()
  const abort = new AbortController()
  audio.once('close', () => abort.abort())
  return new Promise((begun, refused) => {
    let heard = false
    const onAudio = async (pcm: Uint8Array) => {
      heard = true
      begun(audio)
      if (!audio.write(pcm))
        await new Promise((resolve) => audio.once('drain', resolve).once('close', resolve))
    }
    engine()
      .speak({ ...spoken, outPath: null }, { signal: AbortSignal.any([signal, abort.signal]), onAudio })
      .then(
        () => audio.end(),
        (error) => {
          if (heard) audio.destroy(error instanceof Error ? error : new Error(String(error)))
          else refused(error)
        },
      )
  })
}

async function workshop(): Promise<string> {
  await mkdir(temporaryDirectory(), { recursive: true })
  return temporaryDirectory()
}

function asRenderFailure(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  return new StudioError(
    'render_failed',
    'The render stopped unexpectedly. Your inputs are kept; try again.',
    {
      cause: error,
    },
  )
}
