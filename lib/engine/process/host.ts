import 'server-only'
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { StudioError } from '@/lib/boson/errors'
import { childEnv } from '@/lib/env'
import type { Engine, RenderProgress, TakeFragment, WorkOptions } from '../types'
import { MALLOC_SETTINGS, V8_FLAGS } from './memory-settings'
import {
  type Call,
  type FromEngine,
  type Purpose,
  type Results,
  type ToEngine,
  unpackError,
} from './protocol'

/** How long a process may be silent about a call before it is taken for stuck and ended. */
const SILENCE_MS = {
  inspectPortrait: 20_000,
  inspectRecording: 30_000,
  inspectScript: 20_000,
  inspectReference: 30_000,
  voices: 120_000,
  shrinkPortrait: 20_000,
  convertRecording: 30_000,
  firstFrame: 20_000,
  extractAudio: 20_000,
  thumbnail: 20_000,
  previews: 60_000,
  gif: 300_000,
  captioned: 300_000,
  render: 90_000,
  speak: 90_000,
} as const satisfies Record<keyof Engine, number>

type InvokeOptions = {
  signal?: AbortSignal
  onProgress?: (progress: RenderProgress) => void
  /** Takes what the call hands out while it works; the next chunk comes once it has resolved. */
  onChunk?: (bytes: Uint8Array) => Promise<void> | void
}

type Pending = Omit<InvokeOptions, 'signal'> & {
  resolve: (result: Results[keyof Results]) => void
  reject: (error: unknown) => void
  send: (message: ToEngine) => void
  /** Takes the process for stuck unless it is started again in time. */
  watch: () => void
  watchdog?: NodeJS.Timeout
  method: Call['method']
}

export type EngineHost = Engine & {
  /** Starts the process and has it do a small piece of its work, so that the first person need not wait for models. */
  warm: (purpose: Purpose) => void
  stop: () => void
}

export type EngineHostOptions = {
  /** The project's root: where `assets/`, `bin/` and `lib/` lie. */
  root: string
  cacheDir: string
  provenanceDir: string
  /** Holds an operator's voices in the format of Piper. */
  addedVoicesDir?: string
}

/**
 * The engine in a process of its own, started on first use and kept warm. A crash, a hang or a hostile file costs the
 * call it belongs to, never the caller's process: the next call gets a fresh engine.
 */
export function createEngineHost(options: EngineHostOptions): EngineHost {
  const { root, cacheDir, provenanceDir, addedVoicesDir } = options
  let child: ChildProcess | null = null
  let lastId = 0
  const pending = new Map<number, Pending>()

  function process(): ChildProcess {
    if (child?.connected) return child
    const started = fork(
      path.join(/* turbopackIgnore: true */ root, 'lib/engine/process/main.ts'),
      [
        path.join(/* turbopackIgnore: true */ root, 'assets'),
        cacheDir,
        provenanceDir,
        ...(addedVoicesDir ? [addedVoicesDir] : []),
      ],
      {
        cwd: root,
        serialization: 'advanced',
        env: childEnv(MALLOC_SETTINGS),
        execArgv: [
          ...V8_FLAGS,
          '--import',
          path.join(/* turbopackIgnore: true */ root, 'bin/typescript.mjs'),
        ],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    )
    started.on('message', (message: FromEngine) => receive(message))
    started.on('error', () => lose(started))
    started.on('exit', () => lose(started))
    started.unref()
    started.channel?.unref()
    child = started
    return started
  }

  function lose(gone: ChildProcess): void {
    if (child !== gone) return
    child = null
    for (const [id, call] of pending) settle(id, () => call.reject(lossOf(call.method)))
  }

  function receive(message: FromEngine): void {
    if (message.kind === 'ready') return
    const call = pending.get(message.id)
    if (!call) return
    call.watch()
    if (message.kind === 'chunk') take(message.id, call, message.bytes)
    else if (message.kind === 'progress') call.onProgress?.(message.progress)
    else if (message.kind === 'result') settle(message.id, () => call.resolve(message.result))
    else settle(message.id, () => call.reject(unpackError(message.error)))
  }

  /** Deals with a chunk. Meanwhile the process waits for us, so its silence means nothing. */
  async function take(id: number, call: Pending, bytes: Uint8Array): Promise<void> {
    clearTimeout(call.watchdog)
    try {
      await call.onChunk?.(bytes)
    } catch (error) {
      call.send({ kind: 'abort', id })
      settle(id, () => call.reject(error))
    }
    if (!pending.has(id)) return
    call.watch()
    call.send({ kind: 'taken', id })
  }

  function settle(id: number, finish: () => void): void {
    const call = pending.get(id)
    if (!call) return
    pending.delete(id)
    clearTimeout(call.watchdog)
    finish()
  }

  function invoke<Method extends Call['method']>(
    call: Extract<Call, { method: Method }>,
    { signal, ...options }: InvokeOptions = {},
  ): Promise<Results[Method]> {
    signal?.throwIfAborted()
    const engine = process()
    lastId += 1
    const id = lastId
    const send = (message: ToEngine) => engine.send(message)
    return new Promise((resolve, reject) => {
      const entry: Pending = {
        ...options,
        resolve: (result) => resolve(resultOf<Method>(result)),
        reject,
        send,
        watch() {
          clearTimeout(entry.watchdog)
          entry.watchdog = setTimeout(() => engine.kill('SIGKILL'), SILENCE_MS[call.method])
        },
        method: call.method,
      }
      pending.set(id, entry)
      entry.watch()
      const abort = () => {
        if (!pending.has(id)) return
        entry.watch()
        send({ kind: 'abort', id })
      }
      signal?.addEventListener('abort', abort, { once: true })
      send({ kind: 'call', id, call })
    })
  }

  return {
    inspectPortrait: (...args) => invoke({ method: 'inspectPortrait', args }),
    inspectRecording: (...args) => invoke({ method: 'inspectRecording', args }),
    inspectScript: (...args) => invoke({ method: 'inspectScript', args }),
    inspectReference: (...args) => invoke({ method: 'inspectReference', args }),
    voices: () => invoke({ method: 'voices', args: [] }),
    shrinkPortrait: (...args) => invoke({ method: 'shrinkPortrait', args }),
    convertRecording: (...args) => invoke({ method: 'convertRecording', args }),
    firstFrame: (...args) => invoke({ method: 'firstFrame', args }),
    extractAudio: (...args) => invoke({ method: 'extractAudio', args }),
    thumbnail: (...args) => invoke({ method: 'thumbnail', args }),
    previews: (...args) => invoke({ method: 'previews', args }),
    gif: (film, outPath, options) => invoke({ method: 'gif', args: [film, outPath] }, filming(options)),
    captioned: (film, captions, outPath, options) =>
      invoke({ method: 'captioned', args: [film, captions, outPath] }, filming(options)),
    render: (request, { onFragment, ...options } = {}) =>
      invoke(
        { method: 'render', args: [request], live: onFragment !== undefined },
        { ...options, onChunk: onFragment && untilItFails(onFragment) },
      ),
    speak: (request, { signal, onProgress, onAudio } = {}) =>
      invoke(
        { method: 'speak', args: [request] },
        { signal, onProgress: ({ fraction }) => onProgress?.(fraction), onChunk: onAudio },
      ),
    warm: (purpose) => void process().send({ kind: 'warm', purpose } satisfies ToEngine),
    stop: () => child?.kill('SIGKILL'),
  }
}

/** The engine answers each method with that method's result: protocol.ts pairs them. */
function resultOf<Method extends Call['method']>(result: Results[keyof Results]): Results[Method] {
  return result as Results[Method]
}

function filming({ signal, onProgress }: WorkOptions = {}): InvokeOptions {
  return { signal, onProgress: ({ fraction }) => onProgress?.(fraction) }
}

/** A live stream that cannot be taken any more is over; the render behind it goes on. */
function untilItFails(onFragment: TakeFragment): TakeFragment {
  let over = false
  return async (bytes) => {
    if (over) return
    try {
      await onFragment(bytes)
    } catch {
      over = true
    }
  }
}

/** What to tell the person whose file or job took the engine down. */
function lossOf(method: Call['method']): StudioError {
  if (method === 'inspectPortrait' || method === 'shrinkPortrait') {
    return new StudioError(
      'invalid_image_format',
      'This picture could not be read. Save it as PNG or JPEG and try again.',
      {
        param: 'ref_image',
        code: 'unreadable',
      },
    )
  }
  if (method === 'inspectRecording' || method === 'convertRecording' || method === 'inspectReference') {
    return new StudioError(
      'invalid_audio_format',
      'This recording could not be read. Save it as WAV or MP3 and try again.',
      {
        param: method === 'inspectReference' ? 'ref_audio' : 'input',
        code: 'unreadable',
      },
    )
  }
  return new StudioError(
    'render_failed',
    'The engine stopped in the middle of this. Nothing you made is lost; try again.',
  )
}
