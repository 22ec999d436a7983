import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as ort from 'onnxruntime-node'
import { symbolsOf, type Vocabulary } from '../alphabet'
import { pacedUnits } from '../pace'
import { DURATIONS_WANTED, openDurations } from './open-durations'
import type { Spectra } from './vocoder'

/** Ids one run takes at most, the two pads included. */
const MAX_IDS = 400
/** Seconds in one unit of the model's durations: two frames. */
const DURATION_UNIT = 0.025
/** The pad before and after the symbols. */
const PAD = 0
/** Durations cost least where all come out at their shortest; what they were divided by does not show in them. */
const HURRIED = 20

/** What a trained voice predicts for a phoneme string. */
export type Prediction = {
  spectra: Spectra
  /** Seconds of each symbol, in order. */
  seconds: number[]
  /** Seconds of the silent pads around them. */
  lead: number
  tail: number
}

/** The symbols the voices know, from `vocab.json`. */
export async function loadVocabulary(voicesDir: string): Promise<Vocabulary> {
  const entries: unknown = JSON.parse(await readFile(path.join(voicesDir, 'vocab.json'), 'utf8'))
  return new Map(Object.entries(entries as Record<string, number>))
}

/** On one thread: the machine's cores are shared by renders. */
const SESSION: ort.InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  logSeverityLevel: 3,
}

export function openSession(file: string): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(file, SESSION)
}

/** A row of integers as the models take them. */
export function idTensor(ids: number[]): ort.Tensor {
  return new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length])
}

/** A trained voice: phonemes → spectra and exact durations. */
export class AcousticModel {
  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly vocabulary: Vocabulary,
  ) {}

  static async open(voicesDir: string, name: string, vocabulary: Vocabulary): Promise<AcousticModel> {
    const file = await readFile(path.join(voicesDir, `${name}.onnx`))
    const session = await ort.InferenceSession.create(openDurations(file), SESSION)
    return new AcousticModel(session, vocabulary)
  }

  /**
   * @param symbols at most `MAX_IDS − 2` symbols of the vocabulary.
   * @param rate 1.2 is a fifth more words a minute than the voice says by itself; 0.5…2. Other rates than 1 take a
   *   second, shorter pass: the first tells how long each symbol would like to be.
   */
  async predict(symbols: readonly string[], rate: number): Promise<Prediction> {
    const ids = symbolsOf(symbols.join(''), this.vocabulary).map((symbol) => this.vocabulary.get(symbol)!)
    if (ids.length !== symbols.length) throw new RangeError("A symbol is not in the voice's alphabet")
    if (ids.length + 2 > MAX_IDS) throw new RangeError(`${ids.length} symbols are more than one run takes`)
    const padded = [PAD, ...ids, PAD]
    const outputs = await this.run(padded, rate === 1 ? [1] : await this.speedsFor(padded, rate))
    const durations = Array.from(floats(outputs.durations), (units) => units * DURATION_UNIT)
    const f0 = floats(outputs.f0)
    return {
      spectra: {
        frames: f0.length,
        f0,
        harmonic: floats(outputs.lh),
        harmonicPhase: floats(outputs.theta),
        noise: floats(outputs.ln),
        residual: floats(outputs.lr),
        residualPhase: floats(outputs.phi),
      },
      seconds: durations.slice(1, -1),
      lead: durations[0],
      tail: durations[durations.length - 1],
    }
  }

  /** What each symbol's duration is to be divided by so that all keep to the rate. The pads stay as they are. */
  private async speedsFor(padded: number[], rate: number): Promise<number[]> {
    const wanted = Array.from(floats((await this.run(padded, [HURRIED]))[DURATIONS_WANTED]))
    const paced = pacedUnits(wanted.slice(1, -1), rate)
    // One of 0 comes out as the shortest whatever it is divided by.
    return [1, ...paced.map((units, i) => wanted[i + 1] / units || 1), 1]
  }

  private run(ids: number[], speeds: number[]) {
    return this.session.run({
      ids: idTensor(ids),
      speed: new ort.Tensor('float32', speeds, [speeds.length]),
    })
  }
}

function floats(tensor: ort.Tensor): Float32Array {
  if (!(tensor.data instanceof Float32Array)) throw new TypeError('The voice model gave no floats')
  return tensor.data
}
