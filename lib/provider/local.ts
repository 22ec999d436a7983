import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/boson/errors'
import type { Stage } from '@/lib/boson/schemas'
import { temporaryDirectory } from '@/lib/storage/files'
import { engine } from './engine'
import type { AvatarProvider, Operation, OperationStatus, VideoRequest } from './provider'

type Run = { abort: AbortController; status: OperationStatus; video: string; poster: string }

/** Share of the whole that a stage takes, in percent: from, to. Measured on 10 s clips. */
const SPAN: Record<Stage, [number, number]> = {
  waiting: [0, 0],
  upstream: [0, 0],
  speech: [1, 14],
  portrait: [14, 18],
  frames: [18, 97],
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
    pollMs: 60,
    repeatable: true,
    checkScript: (request) => engine().inspectScript(request.input, request.voice),

    async start(request) {
      const id = randomUUID()
      const directory = temporaryDirectory()
      await mkdir(directory, { recursive: true })
      const run: Run = {
        abort: new AbortController(),
        status: { state: 'running', stage: 'speech', progress: 1 },
        video: path.join(directory, `${id}.mp4`),
        poster: path.join(directory, `${id}.jpg`),
      }
      runs.set(id, run)
      render(run, request)
      return { run: id }
    },

    async status(operation) {
      return find(operation)?.status ?? { state: 'lost' }
    },

    async content(operation) {
      const run = find(operation)
      if (!run) throw new StudioError('render_failed', 'The finished video is gone. Try again.')
      runs.delete(String(operation.run))
      return { video: run.video, poster: run.poster }
    },

    async cancel(operation) {
      const run = find(operation)
      runs.delete(String(operation.run))
      run?.abort.abort()
    },
  }
}

/** Renders in the background and keeps `run.status` current. */
async function render(run: Run, request: VideoRequest): Promise<void> {
  const { speech } = request
  try {
    await engine().render(
      {
        portraitPath: request.portrait.path,
        speech:
          speech.kind === 'script'
            ? { kind: 'script', text: speech.request.input, voice: speech.request.voice }
            : { kind: 'recording', path: speech.file.path },
        size: request.size,
        seed: request.seed,
        outPath: run.video,
        posterPath: run.poster,
      },
      {
        signal: run.abort.signal,
        onProgress: ({ stage, fraction }) => {
          const [from, to] = SPAN[stage]
          run.status = { state: 'running', stage, progress: Math.round(from + (to - from) * fraction) }
        },
      },
    )
    run.status = { state: 'completed' }
  } catch (error) {
    await Promise.all([run.video, run.poster].map((file) => rm(file, { force: true })))
    run.status = { state: 'failed', error: asRenderFailure(error) }
  }
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
