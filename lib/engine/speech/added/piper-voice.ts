import * as ort from 'onnxruntime-node'
import { StudioError } from '@/lib/boson/errors'
import type { Sound } from '@/lib/engine/types'
import { resample } from '../../audio/resample'
import { idTensor, openSession } from '../voice/acoustic-model'
import { VOICE_RATE } from '../voice/vocoder'
import type { AddedManner } from './added-voice'
import type { PiperConfig } from './piper-config'
import { piperIds } from './piper-ids'
import { phonemesOf, type Readers } from './piper-phonemes'

/**
 * The networks draw their noise inside, from a generator that cannot be seeded, so it is turned off: the same sentence is
 * the same speech, a little more even than with it.
 */
const NOISE_SCALE = 0
const NOISE_W = 0

/** Bounds of the factor on durations, beyond which the networks mumble. */
const LENGTH = { least: 0.5, most: 2.5 }

/** A Piper voice's network and what goes with it. */
export type PiperModel = { config: PiperConfig; session: () => Promise<ort.InferenceSession> }

/**
 * Opens a Piper network.
 * @throws Error where it is no ONNX model, or has other inputs and outputs than Piper's have
 */
export async function openPiper(file: string, { num_speakers }: PiperConfig): Promise<ort.InferenceSession> {
  const session = await openSession(file)
  const wanted = ['input', 'input_lengths', 'scales', ...(num_speakers > 1 ? ['sid'] : [])]
  const missing = wanted.filter((name) => !session.inputNames.includes(name))
  if (missing.length > 0) throw new Error(`the model has no input ${missing.join(', ')}`)
  if (!session.outputNames.includes('output')) throw new Error('the model has no output')
  return session
}

/**
 * A sentence in a Piper voice. Not cut short by a signal once the network runs.
 * @param report takes the symbols that the voice does not know
 * @throws StudioError `render_failed`
 */
export async function sayWithPiper(
  text: string,
  { speed, pronunciations = [] }: AddedManner,
  { config, session }: PiperModel,
  speaker: number,
  readers: Readers,
  report: (unknown: readonly string[]) => void,
  signal?: AbortSignal,
): Promise<Sound> {
  const { ids, unknown } = piperIds(
    await phonemesOf({ text, pronunciations }, config, readers, signal),
    config,
  )
  if (unknown.length > 0) report(unknown)
  const length = Math.max(LENGTH.least, Math.min(LENGTH.most, config.inference.length_scale / speed))
  const speakers = config.num_speakers > 1
  try {
    const { output } = await (await session()).run({
      input: idTensor(ids),
      input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new ort.Tensor('float32', Float32Array.of(NOISE_SCALE, length, NOISE_W), [3]),
      ...(speakers && { sid: new ort.Tensor('int64', BigInt64Array.of(BigInt(speaker)), [1]) }),
    })
    if (!(output.data instanceof Float32Array)) throw new TypeError('The voice gave no floats')
    return resample({ samples: output.data, sampleRate: config.audio.sample_rate }, VOICE_RATE)
  } catch (error) {
    throw new StudioError('render_failed', 'The voice could not say this sentence. Choose another one.', {
      cause: error,
    })
  }
}
