/**
 * Part-of-speech tagger: greedy averaged perceptron (Collins 2002) over Penn Treebank tags. The features
 * are those of the trained weights in `tagger.json.gz`.
 */

import type { Lookup } from './packed-record'

export type TaggerData = {
  /** Words that always had one tag in training. */
  tagdict: Lookup<string>
  /** Words common enough to be features themselves. */
  vocab: readonly string[]
  /** Feature → tag → weight. */
  weights: Lookup<Readonly<Record<string, number>>>
}

const START = '-START-'
const START2 = '-START2-'
const END = '-END-'
const END2 = '-END2-'

export class Tagger {
  private readonly vocab: ReadonlySet<string>

  constructor(private readonly data: TaggerData) {
    this.vocab = new Set(data.vocab)
  }

  /** One Penn tag for each token of a sentence; contractions are two tokens ("do", "n't"), marks one each. */
  tag(tokens: readonly string[]): string[] {
    const forms = tokens.map((token) => this.form(token))
    const tags: string[] = []
    for (const [i, token] of tokens.entries()) {
      tags.push(this.data.tagdict.get(token) ?? this.best(this.features(tokens, forms, tags, i)))
    }
    return tags
  }

  private best(features: string[]): string {
    const scores = new Map<string, number>()
    for (const feature of features) {
      const weights = this.data.weights.get(feature)
      for (const tag in weights) scores.set(tag, (scores.get(tag) ?? 0) + weights[tag])
    }
    let best = 'NN'
    let highest = Number.NEGATIVE_INFINITY
    for (const [tag, score] of scores) {
      if (score > highest) {
        best = tag
        highest = score
      }
    }
    return best
  }

  private features(tokens: readonly string[], forms: string[], tags: string[], i: number): string[] {
    const word = tokens[i]
    const tag1 = tags[i - 1] ?? START
    const tag2 = i === 0 ? START2 : (tags[i - 2] ?? START)
    const form1 = forms[i - 1] ?? START
    const next = forms[i + 1] ?? END
    const features = [
      'b',
      `s3=${word.slice(-3)}`,
      `p1=${word.slice(0, 1)}`,
      `w=${forms[i]}`,
      `sh=${shape(word)}`,
      `t-1=${tag1}`,
      `t-2=${tag2}`,
      `t-12=${tag1},${tag2}`,
      `w-1=${form1}`,
      `s3-1=${form1.slice(-3)}`,
      `w-2=${i === 0 ? START2 : (forms[i - 2] ?? START)}`,
      `w+1=${next}`,
      `s3+1=${next.slice(-3)}`,
      `w+2=${forms[i + 2] ?? (i + 1 < tokens.length ? END : END2)}`,
    ]
    if (i === 0) features.push('i0')
    else if (/^\p{Lu}/u.test(word)) features.push('i+')
    return features
  }

  /** The word as a feature: lower-case where common, else its kind. */
  private form(word: string): string {
    const lower = word.toLowerCase()
    if (this.vocab.has(lower)) return lower
    if (/^\d+$/.test(word)) return word.length === 4 ? '!YEAR' : '!DIGITS'
    if (word.length > 1 && word.slice(1).includes('-')) return '!HYPHEN'
    return `<${shape(word)}>`
  }
}

/** Outline of a word: case for letters, the first four characters' classes for anything else. */
function shape(word: string): string {
  if (/^\p{Ll}+$/u.test(word)) return 'x'
  if (/^\p{Lu}+$/u.test(word)) return 'XX'
  if (/^\p{Lu}\p{Ll}+$/u.test(word)) return 'Xx'
  if (/^\p{L}+$/u.test(word)) return 'xX'
  if (/^(?=.*\p{Lu})(?=.*\d)[\p{Lu}\d]+$/u.test(word)) return 'X1'
  return word.slice(0, 4).replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, 'd')
}
