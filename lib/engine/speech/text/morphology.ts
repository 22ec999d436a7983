import { VOWELS } from '../alphabet'

/** A known stem of an inflected word, and how its ending joins the stem's phonemes. */
type Inflection = { stem: string; join: (phonemes: string) => string }

const DOUBLED = /([bcdgklmnprstvxz])\1$/

/** Stems a word may be an inflection of, likeliest first; none where it has no such ending. */
export function inflections(word: string): Inflection[] {
  return [
    ...plurals(word).map((stem) => ({ stem, join: withS })),
    ...pasts(word).map((stem) => ({ stem, join: withEd })),
    ...gerunds(word).map((stem) => ({ stem, join: withIng })),
  ]
}

/** The ending of plurals, third persons and possessives: cats, dogs, horses. */
export function withS(phonemes: string): string {
  const last = phonemes.slice(-1)
  if ('szʃʒʧʤ'.includes(last)) return `${phonemes}ᵻz`
  return 'ptkfθ'.includes(last) ? `${phonemes}s` : `${phonemes}z`
}

const CONTRACTED: Readonly<Record<string, string>> = { "'ll": 'əl', "'ve": 'əv', "'re": 'əɹ' }

/** The phonemes of a word with “'s”, “'d”, “'ll” and the like after it, or with nothing. */
export function withContraction(phonemes: string, written: string): string {
  const ending = written.toLowerCase()
  if (ending === "'s") return withS(phonemes)
  if (ending === "'d") return phonemes + (/[td]$/.test(phonemes) ? 'ᵻd' : 'd')
  return phonemes + (CONTRACTED[ending] ?? '')
}

/** The ending of regular pasts: walked, called, landed. */
function withEd(phonemes: string): string {
  const last = phonemes.slice(-1)
  if (last === 'd') return `${phonemes}ᵻd`
  if (last === 't') return `${flapped(phonemes)}ᵻd`
  return 'pkfθʃsʧ'.includes(last) ? `${phonemes}t` : `${phonemes}d`
}

/** The ending of present participles. */
function withIng(phonemes: string): string {
  return `${flapped(phonemes)}ɪŋ`
}

/** American: t between a vowel and an unstressed vowel is a flap. */
function flapped(phonemes: string): string {
  const symbols = [...phonemes]
  const between = symbols.at(-1) === 't' && VOWELS.has(symbols.at(-2) ?? '')
  return between ? `${phonemes.slice(0, -1)}T` : phonemes
}

function plurals(word: string): string[] {
  if (!/[^s]s$/.test(word) || word.length < 3) return []
  const stems = [word.slice(0, -1)]
  if (word.endsWith('ies') && word.length > 4) stems.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('es') && word.length > 4) stems.push(word.slice(0, -2))
  return stems
}

function pasts(word: string): string[] {
  if (!word.endsWith('ed') || word.length < 4) return []
  return stemsBefore(word.slice(0, -2), word.endsWith('ied'))
}

function gerunds(word: string): string[] {
  return word.endsWith('ing') && word.length > 4 ? stemsBefore(word.slice(0, -3), false) : []
}

/** walk(ed), bak(ed) → bake, stopp(ed) → stop, tri(ed) → try. */
function stemsBefore(base: string, fromY: boolean): string[] {
  const stems = [`${base}e`, base]
  if (DOUBLED.test(base)) stems.push(base.slice(0, -1))
  if (fromY) stems.unshift(`${base.slice(0, -1)}y`)
  return stems
}
