import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { StudioError } from '@/lib/boson/errors'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Stage, Word } from '@/lib/boson/schemas'
import packageJson from '@/package.json' with { type: 'json' }
import { convertRecording } from './audio/convert-recording'
import { decodeRecording, RECORDING_RATE } from './audio/decode-audio'
import { type Encoder, startEncoder } from './encode/encoder'
import { ffmpegPath } from './encode/ffmpeg-path'
import { writePoster } from './encode/poster'
import { shrinkPortrait } from './face/shrink-portrait'
import { createVisionModels } from './face/vision-models'
import { frameSize } from './frame-size'
import { Animator } from './motion/animator'
import type { Pose } from './motion/pose'
import { signVideo } from './provenance/sign-video'
import { loadSigningIdentity } from './provenance/signing-identity'
import { createPortraits } from './render/portraits'
import { renderSpeech } from './render/render-speech'
import { createRenderer, type Renderer } from './render/renderer'
import { type FilmRecord, recordOf, writeRecord } from './retake/film-record'
import { retakeFilm } from './retake/retake-film'
import { deliverSpeech } from './speech/deliver-speech'
import { createSpeaker } from './speech/speak'
import { VOICE_RATE } from './speech/voice/vocoder'
import { hearRecording, speakScript } from './spoken-parts'
import { type Engine, FPS, type RenderOptions, type RenderRequest } from './types'
import { writeCaptioned } from './video/captioned'
import { extractAudio } from './video/extract-audio'
import { writeFirstFrame } from './video/first-frame'
import { writeGif } from './video/gif'
import { writePreviews } from './video/previews'
import { writeThumbnail } from './video/thumbnail'

/** What every video's Content Credentials say besides how it was made. */
const CREDENTIALS = { title: 'Talking portrait', softwareVersion: packageJson.version }

type EngineOptions = {
  /** Holds `models/` and `voices/`. */
  assetsDir: string
  /** Takes a copy of ffmpeg where the installed one cannot be started. */
  cacheDir: string
  /** Keeps what this installation signs its videos with. */
  provenanceDir: string
  /** Holds an operator's voices in the format of Piper. */
  addedVoicesDir?: string
  /** Takes a line about each of those that cannot be used. */
  warn?: (line: string) => void
}

/**
 * The local avatar engine. Models are opened on first use and stay warm. Each video carries signed Content
 * Credentials which say that AI made it.
 */
export function createEngine({
  assetsDir,
  cacheDir,
  provenanceDir,
  addedVoicesDir,
  warn,
}: EngineOptions): Engine {
  // libvips would keep decoded pictures; every job brings its own.
  sharp.cache(false)
  const portraits = createPortraits(createVisionModels(join(assetsDir, 'models')))
  const speaker = createSpeaker({ voicesDir: join(assetsDir, 'voices'), addedVoicesDir, warn })

  /** What is said in a video, part by part, and the rate of its sound in Hz. */
  function speechOf({ speech, seed }: RenderRequest, signal?: AbortSignal) {
    if (speech.kind === 'recording') {
      return { soundRate: RECORDING_RATE, parts: hearRecording(speech.path) }
    }
    const { text, voice, reference, pronunciations } = speech
    const options = { voice, reference, pronunciations, seed, signal }
    return { soundRate: VOICE_RATE, parts: speakScript(speaker, text, options) }
  }

  return {
    inspectPortrait: (path, framing) => portraits.inspect(path, framing),
    async inspectRecording(path) {
      const { seconds } = await decodeRecording(path)
      return { seconds }
    },
    inspectScript: (text, voice, { maxSeconds = MAX_AUDIO_SECONDS, pronunciations } = {}) =>
      speaker.inspect(text, voice, { maxSeconds, pronunciations }),

    inspectReference: (path) => speaker.inspectReference(path),
    voices: () => speaker.voices(),

    shrinkPortrait,
    convertRecording: async (path, outPath) => convertRecording(path, outPath, await ffmpegPath(cacheDir)),
    firstFrame: writeFirstFrame,
    extractAudio,
    thumbnail: writeThumbnail,
    previews: async (...args) => writePreviews(await ffmpegPath(cacheDir), ...args),
    gif: async (...args) => writeGif(await ffmpegPath(cacheDir), ...args),
    async captioned(film, captions, outPath, options) {
      await writeCaptioned(await ffmpegPath(cacheDir), film, captions, outPath, options)
      if (film.own) await signVideo(outPath, await loadSigningIdentity(provenanceDir), CREDENTIALS)
    },

    async speak(request, options = {}) {
      try {
        return await deliverSpeech(speaker, request, { ...options, ffmpeg: await ffmpegPath(cacheDir) })
      } catch (error) {
        if (options.signal?.aborted) {
          throw new StudioError('cancelled', 'The speech was stopped.', { cause: error })
        }
        throw error
      }
    },

    async render(request, { signal, onProgress, onFragment } = {}) {
      const { outPath, posterPath, recordPath } = request
      const report = (stage: Stage, fraction: number) => onProgress?.({ stage, fraction })
      try {
        report('speech', 0)
        const film =
          (await filmAgain(request, { report, signal })) ??
          (await filmWhole(request, { report, signal, onFragment }))
        const { record, renderer, poses, words } = film
        const { width, height } = frameSize(request.size)
        report('finishing', 0)
        const poster = renderer.createFrame()
        renderer.draw(poses[0], poster)
        await allOrFirstError([
          film.encoded,
          writePoster(poster, width, height, posterPath),
          recordPath && record ? writeRecord(record, recordPath) : undefined,
        ])
        signal?.throwIfAborted()
        await signVideo(outPath, await loadSigningIdentity(provenanceDir), CREDENTIALS)
        signal?.throwIfAborted()
        const { size: bytes } = await stat(outPath)
        report('finishing', 1)
        const frames = poses.length
        return { seconds: frames / FPS, width, height, frames, bytes, words, recorded: record !== null }
      } catch (error) {
        await removeOutputs(request)
        if (signal?.aborted) throw new StudioError('cancelled', 'The video was stopped.', { cause: error })
        throw error
      }
    },
  }

  /** A film drawn from its first frame to its last. */
  async function filmWhole(
    request: RenderRequest,
    { report, signal, onFragment }: Filming & Pick<RenderOptions, 'onFragment'>,
  ): Promise<Film> {
    const { portraitPath, framing, size, seed, outPath } = request
    const { soundRate, parts } = speechOf(request, signal)
    const ffmpeg = await ffmpegPath(cacheDir)
    // Started before there is anything to encode: it takes as long to start as some frames to draw.
    const encoder = startEncoder({ ffmpeg, ...frameSize(size), soundRate, outPath, onFragment, signal })
    try {
      const [opening, portrait] = await allOrFirstError([
        parts.next(),
        portraits.prepare(portraitPath, size, framing),
        loadSigningIdentity(provenanceDir),
      ])
      signal?.throwIfAborted()
      report('portrait', 1)
      const renderer = createRenderer(portrait)
      const animator = new Animator({ seed, headRange: portrait.headRange, jawPath: portrait.jawPath })
      const onProgress = (fraction: number) => report('frames', fraction)
      const scene = { renderer, animator, encoder, onProgress, signal }
      const { poses, ending } = await renderSpeech(opening, parts, scene)
      const { words, speech } = ending
      return { renderer, poses, words, record: speech && recordOf(speech, poses), encoded: finished(encoder) }
    } catch (error) {
      await encoder.discard()
      throw error
    }
  }

  /** A film of which an earlier one holds most; null where it does not. */
  async function filmAgain(request: RenderRequest, { report, signal }: Filming): Promise<Film | null> {
    const { earlier, speech, portraitPath, framing, size, seed, outPath } = request
    if (!earlier || speech.kind !== 'script') return null
    const { text, voice, reference, pronunciations } = speech
    const made = await retakeFilm({
      earlier,
      script: text,
      speaker,
      options: { voice, reference, pronunciations, seed, signal },
      portrait: () => portraits.prepare(portraitPath, size, framing),
      ffmpeg: await ffmpegPath(cacheDir),
      size: frameSize(size),
      outPath,
      onProgress: report,
    })
    return made && { ...made, poses: made.record.poses }
  }
}

type Filming = { report: (stage: Stage, fraction: number) => void; signal?: AbortSignal }

/** What was filmed, and with what; the file is whole once `encoded` has resolved. */
type Film = {
  renderer: Renderer
  poses: readonly Pose[]
  words: Word[] | null
  record: FilmRecord | null
  encoded?: Promise<void>
}

/** Resolves when the encoder's file is whole, and leaves nothing of it otherwise. */
async function finished(encoder: Encoder): Promise<void> {
  try {
    await encoder.finish()
  } catch (error) {
    await encoder.discard()
    throw error
  }
}

async function removeOutputs({ outPath, posterPath, recordPath }: RenderRequest): Promise<void> {
  const outputs = [outPath, posterPath, ...(recordPath ? [recordPath] : [])]
  await Promise.all(outputs.map((path) => rm(path, { force: true })))
}

/** Like `Promise.all`, but leaves nothing running when it throws. */
async function allOrFirstError<T extends readonly unknown[]>(
  tasks: {
    [K in keyof T]: Promise<T[K]> | T[K]
  },
): Promise<T> {
  await Promise.allSettled(tasks)
  return Promise.all(tasks) as Promise<unknown> as Promise<T>
}
