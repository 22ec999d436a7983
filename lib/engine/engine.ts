import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { StudioError } from '@/lib/boson/errors'
import { MAX_AUDIO_SECONDS, type Stage } from '@/lib/boson/schemas'
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
import { signVideo } from './provenance/sign-video'
import { loadSigningIdentity } from './provenance/signing-identity'
import { createPortraits } from './render/portraits'
import { renderSpeech } from './render/render-speech'
import { createRenderer } from './render/renderer'
import { deliverSpeech } from './speech/deliver-speech'
import { createSpeaker } from './speech/speak'
import { VOICE_RATE } from './speech/voice/vocoder'
import { hearRecording, speakScript } from './spoken-parts'
import { type Engine, FPS, type RenderRequest } from './types'
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
      const { portraitPath, framing, size, seed, outPath, posterPath } = request
      const report = (stage: Stage) => (fraction: number) => onProgress?.({ stage, fraction })
      let encoder: Encoder | undefined
      try {
        report('speech')(0)
        const { soundRate, parts } = speechOf(request, signal)
        const { width, height } = frameSize(size)
        const ffmpeg = await ffmpegPath(cacheDir)
        // Started before there is anything to encode: it takes as long to start as some frames to draw.
        encoder = startEncoder({ ffmpeg, width, height, soundRate, outPath, onFragment, signal })
        const [opening, portrait, identity] = await allOrFirstError([
          parts.next(),
          portraits.prepare(portraitPath, size, framing),
          loadSigningIdentity(provenanceDir),
        ])
        signal?.throwIfAborted()
        report('portrait')(1)

        const renderer = createRenderer(portrait)
        const animator = new Animator({ seed, headRange: portrait.headRange })
        const scene = { renderer, animator, encoder, onProgress: report('frames'), signal }
        const { frames, firstPose, ending: words } = await renderSpeech(opening, parts, scene)

        report('finishing')(0)
        const poster = renderer.createFrame()
        renderer.draw(firstPose, poster)
        await allOrFirstError([encoder.finish(), writePoster(poster, width, height, posterPath)])
        signal?.throwIfAborted()
        await signVideo(outPath, identity, CREDENTIALS)
        signal?.throwIfAborted()
        const { size: bytes } = await stat(outPath)
        report('finishing')(1)
        return { seconds: frames / FPS, width, height, frames, bytes, words }
      } catch (error) {
        await encoder?.discard()
        await removeOutputs(request)
        if (signal?.aborted) throw new StudioError('cancelled', 'The video was stopped.', { cause: error })
        throw error
      }
    },
  }
}

async function removeOutputs({ outPath, posterPath }: RenderRequest): Promise<void> {
  await Promise.all([outPath, posterPath].map((path) => rm(path, { force: true })))
}

/** Like `Promise.all`, but leaves nothing running when it throws. */
async function allOrFirstError<T extends readonly unknown[]>(
  tasks: {
    [K in keyof T]: Promise<T[K]>
  },
): Promise<T> {
  await Promise.allSettled(tasks)
  return Promise.all(tasks) as Promise<unknown> as Promise<T>
}
