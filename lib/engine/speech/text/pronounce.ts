import { VOWELS } from '../alphabet'
import { functionWord, type Place } from './function-words'
import { homograph, settledTag } from './homographs'
import { choose, type Lexicon } from './lexicon'
import { inflections, withContraction, withS } from './morphology'
import type { Sounds } from './said-as'
import { isReadByLetter, spellOut } from './spelling'
import { emphasize, withoutStress } from './stress'
import type { Tagger } from './tagger'
import type { Token } from './tokens'
import type { UnknownWords } from './unknown-words'

export type Pronounced = { kind: 'word'; text: string; phonemes: string } | { kind: 'mark'; symbol: string }

/** A word with what decides its sound. */
type TaggedWord = Extract<Token, { kind: 'word' }> & { tag: string }
type Tagged = TaggedWord | { kind: 'mark'; symbol: string }

/** Marks a phrase runs on through. */
const TRANSPARENT = new Set(['“', '”', '(', ')'])
/** Endings the tagger knows as tokens of their own. */
const CONTRACTION = /^(.+?)(n't|'(?:s|re|ve|ll|d|m)|')$/i

/** Gives every word of a sentence its phonemes. */
export class Pronouncer {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly tagger: Tagger,
    private readonly unknown: UnknownWords,
  ) {}

  async pronounce(tokens: readonly Token[]): Promise<Pronounced[]> {
    const tagged = this.tagSentence(calmCapitals(tokens, this.lexicon))
    const words = tagged.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : ''))
    const result: Pronounced[] = []
    let next: Place['next']
    let nextWord: string | undefined
    // From the end, because a word's sound may depend on the next one's.
    for (let i = tagged.length - 1; i >= 0; i--) {
      const token = tagged[i]
      if (token.kind === 'mark') {
        result.push(token)
        if (!TRANSPARENT.has(token.symbol)) {
          next = undefined
          nextWord = undefined
        }
        continue
      }
      const [left, right] = [before(words, i), after(words, i)]
      const settled = { ...token, tag: settledTag(token.tag, left, right) }
      const place = { tag: settled.tag, next, nextWord }
      const phonemes = finish(await this.word(settled, place, left, right))
      result.push({ kind: 'word', text: token.text, phonemes })
      if (phonemes === '') continue
      next = startsWithVowel(phonemes) ? 'vowel' : 'consonant'
      nextWord = words[i]
    }
    return result.reverse()
  }

  private tagSentence(tokens: readonly Token[]): Tagged[] {
    const pieces = tokens.map((token) => (token.kind === 'word' ? taggerTokens(token.text) : [token.symbol]))
    const tags = this.tagger.tag(pieces.flat())
    let at = 0
    return tokens.map((token, i) => {
      const tag = tags[at]
      at += pieces[i].length
      return token.kind === 'word' ? { ...token, tag } : token
    })
  }

  private async word(
    { text, spelled, given, tag }: TaggedWord,
    place: Place,
    wordsBefore: string[],
    wordsAfter: string[],
  ): Promise<string> {
    if (given) {
      const phonemes = await this.sounds(given.sounds)
      return withContraction(given.plural ? withS(phonemes) : phonemes, text.slice(given.word.length))
    }
    if (spelled) return spellOut(text, this.lexicon)
    const capitals = text.length > 1 && /^\p{Lu}+$/u.test(text)
    if (capitals && isReadByLetter(text)) return spellOut(text, this.lexicon)
    if (/^\p{L}$/u.test(text) && !/^[ai]$/i.test(text)) return spellOut(text, this.lexicon)
    const entry = this.lexicon.find(text)
    const special =
      functionWord(text, place, entry) ?? homograph(text.toLowerCase(), tag, wordsBefore, wordsAfter)
    const phonemes = special ?? (await this.known(text, tag, place.next === undefined))
    if (phonemes === undefined) return this.guess(text)
    return capitals ? emphasize(phonemes) : phonemes
  }

  private async sounds(sounds: Sounds): Promise<string> {
    if (sounds.kind === 'phonemes') return sounds.phonemes
    const words: string[] = []
    for (const word of sounds.text.split(' ')) words.push(await this.respelled(word))
    return words.join(' ')
  }

  /** A word that sounds like another: as that is read, or syllable by syllable, of which one is stressed. */
  private async respelled(word: string): Promise<string> {
    const syllables = word.split('-').filter(Boolean)
    if (syllables.length < 2) return this.alone(word)
    const loud = syllables.findIndex(isLoud)
    const phonemes: string[] = []
    for (const [i, syllable] of syllables.entries()) {
      const spoken = await this.alone(syllable.toLowerCase())
      phonemes.push(i === Math.max(0, loud) ? emphasize(spoken) : withoutStress(spoken))
    }
    return phonemes.join('')
  }

  private alone(text: string): Promise<string> {
    return this.word({ kind: 'word', text, spelled: false, tag: 'NN' }, { tag: 'NN' }, [], [])
  }

  /** From the dictionaries, directly or by an ending. */
  private async known(text: string, tag: string, last: boolean): Promise<string | undefined> {
    const pluralCapitals = /^(\p{Lu}{2,})s$/u.exec(text)
    if (pluralCapitals) return withS(await this.capitals(pluralCapitals[1]))
    const entry = this.lexicon.find(text)
    if (entry !== undefined) {
      return choose(entry, tag, last) ?? spellOut(text, this.lexicon)
    }
    const possessive = /^(.+)'(s?)$/i.exec(text)
    if (possessive) {
      const [, owner, s] = possessive
      const phonemes = (await this.known(owner, tag, false)) ?? (await this.guess(owner))
      return s ? withS(phonemes) : phonemes
    }
    const lower = text.toLowerCase()
    for (const { stem, join } of inflections(lower)) {
      const base = this.lexicon.find(stem)
      const phonemes = base && choose(base, tag, false)
      if (phonemes) return join(phonemes)
    }
    const plain = lower.normalize('NFD').replace(/\p{M}/gu, '')
    return plain === lower ? undefined : this.known(plain, tag, last)
  }

  /** An abbreviation in capitals: as the dictionary has exactly it, else by letter. */
  private async capitals(text: string): Promise<string> {
    const entry = isReadByLetter(text) ? undefined : this.lexicon.entry(text)
    return (entry && choose(entry, 'NN', false)) ?? spellOut(text, this.lexicon)
  }

  /** A word nobody has written down: letters where it cannot be a word, else the network. */
  private async guess(text: string): Promise<string> {
    const capitals = /^\p{Lu}+$/u.test(text)
    if ((capitals && text.length <= 5) || !/[aeiouyæœøåäöüáéíóúàèìòùâêîôû]/i.test(text)) {
      return spellOut(text, this.lexicon)
    }
    const quoted = text.replace(/^'|'$/g, '')
    if (quoted !== text && quoted !== '') return (await this.known(quoted, 'NN', false)) ?? this.guess(quoted)
    const humps = text.split(/(?<=\p{Ll})(?=\p{Lu})/u)
    if (humps.length > 1) {
      const parts: string[] = []
      for (const hump of humps) parts.push((await this.known(hump, 'NN', false)) ?? (await this.guess(hump)))
      return parts.join('')
    }
    return (
      (await this.unknown.pronounce(capitals ? text.toLowerCase() : text)) || spellOut(text, this.lexicon)
    )
  }
}

function isLoud(syllable: string): boolean {
  return syllable === syllable.toUpperCase()
}

/** In a sentence written all in capitals, capitals mean nothing: known words go to lower case. */
function calmCapitals(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const words = tokens.filter((token) => token.kind === 'word' && !token.spelled && token.text.length > 1)
  const shouted = words.filter((word) => word.kind === 'word' && /^[\p{Lu}']+$/u.test(word.text))
  if (words.length < 3 || shouted.length < words.length) return tokens
  return tokens.map((token) => {
    if (token.kind !== 'word' || token.spelled || token.text.length === 1) return token
    const lower = token.text.toLowerCase()
    return lexicon.entry(lower) === undefined ? token : { ...token, text: lower }
  })
}

/** The tokens a word is for the tagger: "don't" is "do" and "n't". */
function taggerTokens(word: string): string[] {
  const match = CONTRACTION.exec(word)
  return match ? [match[1], match[2]] : [word]
}

function before(words: string[], i: number): string[] {
  const from = words.lastIndexOf('', i - 1)
  return words.slice(i === 0 ? 0 : from + 1, i)
}

function after(words: string[], i: number): string[] {
  const to = words.indexOf('', i + 1)
  return words.slice(i + 1, to < 0 ? undefined : to)
}

function startsWithVowel(phonemes: string): boolean {
  return VOWELS.has([...phonemes].find((symbol) => !'ˈˌ'.includes(symbol)) ?? '')
}

/** The dictionary's flap and glottal stop in the symbols the voices were trained with. */
function finish(phonemes: string): string {
  return phonemes.replaceAll('ɾ', 'T').replaceAll('ʔ', 't')
}
