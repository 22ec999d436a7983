import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type * as ort from 'onnxruntime-node'
import { idTensor, openSession } from '../voice/acoustic-model'

/** `oov.json`: letters in, symbols out, and the longest word the network takes. */
type Alphabets = { in: string[]; out: string[]; maxlen: number }

const MOST_REMEMBERED = 10_000

/** Letters → phonemes for words no dictionary has: a network whose outputs are read as CTC. */
export class UnknownWords {
  private readonly remembered = new Map<string, string>()

  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly alphabets: Alphabets,
  ) {}

  static async open(voicesDir: string): Promise<UnknownWords> {
    const [session, json] = await Promise.all([
      openSession(path.join(voicesDir, 'oov.onnx')),
      readFile(path.join(voicesDir, 'oov.json'), 'utf8'),
    ])
    return new UnknownWords(session, JSON.parse(json) as Alphabets)
  }

  /** Phonemes, or an empty string where none of the letters is known. */
  async pronounce(word: string): Promise<string> {
    const known = this.remembered.get(word)
    if (known !== undefined) return known
    const phonemes = await this.run(word)
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.set(word, phonemes)
    return phonemes
  }

  private async run(word: string): Promise<string> {
    const chars = [...word].map((letter) => this.alphabets.in.indexOf(letter) + 1).filter((id) => id > 0)
    if (chars.length === 0) return ''
    const outputs = await this.session.run({ chars: idTensor(chars.slice(0, this.alphabets.maxlen)) })
    let phonemes = ''
    let last = 0
    for (const value of Array.from(outputs.ids.data, Number)) {
      if (value !== last && value !== 0) phonemes += this.alphabets.out[value - 1]
      last = value
    }
    return phonemes
  }
}
