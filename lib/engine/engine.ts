import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { StudioError } from '@/lib/boson/errors'
import { MAX_AUDIO_SECONDS, type Stage } from '@/lib/boson/schemas'
import packageJson from '@/package.json' with { type: 'json' }
import { decodeRecording } from './audio/decode-audio'
import { type Encoder, startEncoder } from './encode/encoder'
import { ffmpegPath } from './encode/ffmpeg-path'
import { writePoster } from './encode/poster'
import { createVisionModels } from './face/vision-models'
import { animate } from './motion/animate'
import { signVideo } from './provenance/sign-video'
import { loadSigningIdentity } from './provenance/signing-identity'
import { createPortraits } from './render/portraits'
import { renderFrames } from './render/render-frames'
import { createRenderer } from './render/renderer'
import { deliverSpeech } from './speech/deliver-speech'
import { createSpeaker } from './speech/speak'
import {
  type Engine,
  FPS,
  type MouthFrame,
  type RenderRequest,
  type Sound,
  type Speech,
  type Word,
} from './types'
import { mouthFromPhones } from './visemes/mouth-from-phones'
import { mouthFromRecording } from './visemes/mouth-from-recording'

/** What every video's Content Credentials say besides how it was made. */
const CREDENTIALS = { title: 'Talking portrait', softwareVersion: packageJson.version }

type EngineOptions = {
  /** Holds `models/` and `voices/`. */
  assetsDir: string
  /** Takes a copy of ffmpeg where the installed one cannot be started. */
  cacheDir: string
  /** Keeps what this installation signs its videos with. */
  provenanceDir: string
}

/** A sound, what the mouth does in each frame of it, and its words where they are known. */
type SpokenPart = { sound: Sound; mouth: MouthFrame[]; words: Word[] | null }

/**
 * The local avatar engine. Models are opened on first use and stay warm. Each video carries signed Content
 * Credentials which say that AI made it.
 */
export function createEngine({ assetsDir, cacheDir, provenanceDir }: EngineOptions): Engine {
  // libvips would keep decoded pictures; every job brings its own.
  sharp.cache(false)
  const portraits = createPortraits(createVisionModels(join(assetsDir, 'models')))
  const speaker = createSpeaker({ voicesDir: join(assetsDir, 'voices') })

  async function speak(
    speech: Speech,
    seed: number,
    signal?: AbortSignal,
    onProgress?: (fraction: number) => void,
  ): Promise<SpokenPart> {
    if (speech.kind === 'recording') {
      const sound = await decodeRecording(speech.path)
      return { sound, mouth: mouthFromRecording(sound, frameCount(sound)), words: null }
    }
    const utterance = await speaker.speak(speech.text, {
      voice: speech.voice,
      reference: speech.reference,
      seed,
      maxSeconds: MAX_AUDIO_SECONDS,
      signal,
      onProgress,
    })
    const { phones, words } = utterance
    return { sound: utterance, mouth: mouthFromPhones(phones, utterance, frameCount(utterance)), words }
  }

  return {
    inspectPortrait: (path) => portraits.inspect(path),
    async inspectRecording(path) {
      const { seconds } = await decodeRecording(path)
      return { seconds }
    },
    inspectScript: (text, voice, { maxSeconds = MAX_AUDIO_SECONDS } = {}) =>
      speaker.inspect(text, voice, maxSeconds),

    inspectReference: (path) => speaker.inspectReference(path),

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

    async render(request, { signal, onProgress } = {}) {
      const report = (stage: Stage) => (fraction: number) => onProgress?.({ stage, fraction })
      let encoder: Encoder | undefined
      try {
        report('speech')(0)
        const [spoken, portrait, ffmpeg, identity] = await allOrFirstError([
          speak(request.speech, request.seed, signal, report('speech')),
          portraits.prepare(request.portraitPath, request.size),
          ffmpegPath(cacheDir),
          loadSigningIdentity(provenanceDir),
        ])
        signal?.throwIfAborted()
        report('portrait')(1)

        const { width, height, headRange } = portrait
        const frames = spoken.mouth.length
        const poses = animate(spoken.mouth, { seed: request.seed, headRange })
        const renderer = createRenderer(portrait)
        encoder = startEncoder({
          ffmpeg,
          width,
          height,
          frames,
          sound: spoken.sound,
          outPath: request.outPath,
          signal,
        })
        await renderFrames(renderer, poses, encoder, report('frames'), signal)

        report('finishing')(0)
        const first = renderer.createFrame()
        renderer.draw(poses[0], first)
        await allOrFirstError([encoder.finish(), writePoster(first, width, height, request.posterPath)])
        signal?.throwIfAborted()
        await signVideo(request.outPath, identity, CREDENTIALS)
        signal?.throwIfAborted()
        const { size: bytes } = await stat(request.outPath)
        report('finishing')(1)
        return { seconds: frames / FPS, width, height, frames, bytes, words: spoken.words }
      } catch (error) {
        await encoder?.discard()
        await removeOutputs(request)
        if (signal?.aborted) throw new StudioError('cancelled', 'The video was stopped.', { cause: error })
        throw error
      }
    },
  }
}

/** Frames that a sound fills; the last may be partly silent. */
function frameCount({ samples, sampleRate }: Sound): number {
  return Math.max(1, Math.ceil((samples.length / sampleRate) * FPS))
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
