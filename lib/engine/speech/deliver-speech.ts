import { StudioError } from '@/lib/boson/errors'
import { writeAudioFile } from '../encode/audio-file'
import { pcmBytes } from '../encode/pcm'
import type { SpeakOptions, SpeakRequest, SpeakResult } from '../types'
import type { SpokenPhone } from './phone-times'
import type { Speaker } from './speaker'
import { VOICE_RATE } from './voice/vocoder'
import { wordTimes } from './word-times'

/** Seed of the voices' breath: the same text is the same speech. */
const SEED = 1

/**
 * Speaks a text into a file, or hands its samples out as they come.
 * @throws StudioError as `Speaker.speak`, with param `input`, `voice` or `ref_audio`, and `render_failed` where the file
 *   cannot be written.
 */
export async function deliverSpeech(
  speaker: Speaker,
  { text, voice, reference, pronunciations, format, outPath }: SpeakRequest,
  { ffmpeg, signal, onProgress, onAudio }: SpeakOptions & { ffmpeg: string },
): Promise<SpeakResult> {
  let length = 0
  const phones: SpokenPhone[] = []

  async function* samples(): AsyncGenerator<Uint8Array> {
    const options = { voice, reference, pronunciations, seed: SEED, signal, onProgress }
    for await (const piece of namingFields(speaker.pieces(text, options))) {
      const shift = length / VOICE_RATE
      for (const phone of piece.phones) {
        phones.push({ ...phone, start: phone.start + shift, end: phone.end + shift })
      }
      length += piece.samples.length
      yield pcmBytes(piece.samples)
    }
  }

  if (outPath !== null) {
    await writeAudioFile(samples(), { ffmpeg, format, sampleRate: VOICE_RATE, outPath, signal })
  } else {
    if (format !== 'pcm') throw new RangeError(`Speech can be streamed as pcm only, not as ${format}`)
    for await (const pcm of samples()) await onAudio?.(pcm)
  }
  return { seconds: length / VOICE_RATE, words: wordTimes(text, phones) }
}

/** Names the fields of a speech request in what is refused, instead of the field of a video request that holds one. */
async function* namingFields<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof StudioError) || error.param !== 'input_tts') throw error
    const param = error.type === 'unknown_voice' ? 'voice' : 'input'
    throw new StudioError(error.type, error.message, { param, code: error.code, cause: error })
  }
}
