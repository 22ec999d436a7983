/** The engine process: `main.ts ASSETS_DIR CACHE_DIR PROVENANCE_DIR [VOICES_DIR]`, forked by host.ts. Untrusted media is decoded in here only. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withdraw } from '@/lib/env'
import { log } from '@/lib/log'
import { encodeWav } from '../audio/wav'
import { createEngine } from '../engine'
import type { Sound, Speech } from '../types'
import { MALLOC_SETTINGS } from './memory-settings'
import { type Call, type FromEngine, type Purpose, packError, type ToEngine } from './protocol'

// Read once, when this process began. ffmpeg, whose frames come and go, is faster without.
withdraw(Object.keys(MALLOC_SETTINGS))

const [assetsDir = '', cacheDir = '', provenanceDir = '', addedVoicesDir] = process.argv.slice(2)
const warn = (line: string) => log.warn(line)
const engine = createEngine({ assetsDir, cacheDir, provenanceDir, addedVoicesDir, warn })
const aborts = new Map<number, AbortController>()
/** Calls whose last chunk the host has not dealt with yet. */
const waiting = new Map<number, () => void>()

const send = (message: FromEngine) => process.send?.(message)

async function answer(id: number, call: Call): Promise<void> {
  const abort = new AbortController()
  aborts.set(id, abort)
  try {
    const result = await perform(id, call, abort.signal)
    send({ kind: 'result', id, result })
  } catch (error) {
    send({ kind: 'error', id, error: packError(error) })
  } finally {
    aborts.delete(id)
    waiting.delete(id)
  }
}

/** Hands a chunk to the host; resolves when the host has dealt with it, or wants no more. */
function handOut(id: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    send({ kind: 'chunk', id, bytes })
  })
}

function perform(id: number, call: Call, signal: AbortSignal) {
  switch (call.method) {
    case 'inspectPortrait':
      return engine.inspectPortrait(...call.args)
    case 'inspectRecording':
      return engine.inspectRecording(...call.args)
    case 'inspectScript':
      return engine.inspectScript(...call.args)
    case 'inspectReference':
      return engine.inspectReference(...call.args)
    case 'voices':
      return engine.voices()
    case 'shrinkPortrait':
      return engine.shrinkPortrait(...call.args)
    case 'convertRecording':
      return engine.convertRecording(...call.args)
    case 'firstFrame':
      return engine.firstFrame(...call.args)
    case 'extractAudio':
      return engine.extractAudio(...call.args)
    case 'thumbnail':
      return engine.thumbnail(...call.args)
    case 'previews':
      return engine.previews(...call.args)
    case 'gif':
      return engine.gif(...call.args, filming(id, signal))
    case 'captioned':
      return engine.captioned(...call.args, filming(id, signal))
    case 'render':
      return engine.render(...call.args, {
        signal,
        onProgress: (progress) => send({ kind: 'progress', id, progress }),
        onFragment: call.live ? (bytes) => handOut(id, bytes) : undefined,
      })
    case 'speak':
      return engine.speak(...call.args, {
        signal,
        onProgress: (fraction) => send({ kind: 'progress', id, progress: { stage: 'speech', fraction } }),
        onAudio: (pcm) => handOut(id, pcm),
      })
  }
}

function filming(id: number, signal: AbortSignal) {
  const onProgress = (fraction: number) =>
    send({ kind: 'progress', id, progress: { stage: 'frames', fraction } })
  return { signal, onProgress }
}

/** A little of everything: opens every model, and lets V8 see the hot loops. */
async function warm(purpose: Purpose): Promise<void> {
  const portraitPath = path.join(assetsDir, 'samples/astronaut.png')
  await mkdir(cacheDir, { recursive: true })
  const directory = await mkdtemp(path.join(cacheDir, 'warm-'))
  const recordingPath = path.join(directory, 'ready.wav')
  try {
    await writeFile(recordingPath, encodeWav(tone()))
    if (purpose === 'inspect') {
      await engine.inspectPortrait(portraitPath)
      await engine.inspectScript('Ready.', 'default')
      await engine.inspectRecording(recordingPath)
      await engine.voices()
      return
    }
    const speeches: Speech[] = [
      { kind: 'script', text: 'Ready.', voice: 'default' },
      { kind: 'recording', path: recordingPath },
    ]
    for (const speech of speeches) {
      await engine.render({
        portraitPath,
        speech,
        size: '640x640',
        seed: 1,
        outPath: path.join(directory, 'ready.mp4'),
        posterPath: path.join(directory, 'ready.jpg'),
      })
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Half a second of a tone. */
function tone(): Sound {
  const sampleRate = 16_000
  const samples = Float32Array.from({ length: sampleRate / 2 }, (_, i) => 0.3 * Math.sin(i / 10))
  return { samples, sampleRate }
}

process.on('message', (message: ToEngine) => {
  switch (message.kind) {
    case 'call':
      return void answer(message.id, message.call)
    case 'taken':
      return waiting.get(message.id)?.()
    case 'abort':
      aborts.get(message.id)?.abort()
      return waiting.get(message.id)?.()
    case 'warm':
      // Whatever fails here fails again, and is reported, when somebody asks for it.
      return void warm(message.purpose).catch(() => {})
  }
})
// The host is gone, perhaps killed: nobody waits for this process any more.
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole foreground group; the host decides when this process ends.
process.on('SIGINT', () => {})
send({ kind: 'ready' })
