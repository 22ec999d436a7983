import type { Language } from './language'

/** A sentence, or how to make one of values. */
type Word = string | ((...values: never[]) => string)
type Words = { [name: string]: Word | Words }

/** The shape other languages must fill: the same names, the same values in. */
export type Said<W> = W extends (...values: infer Values) => string
  ? (...values: Values) => string
  : W extends string
    ? string
    : { [Name in keyof W]: Said<W[Name]> }

export type Catalogue<W> = Record<Language, Said<W>>

/** The words of one part of the studio in every language. English gives the names; a language that lacks one does not compile. */
export function catalogue<const W extends Words>(
  english: W,
  others: Record<Exclude<Language, 'en'>, Said<NoInfer<W>>>,
): Catalogue<W> {
  return { en: saidOf(english), ...others }
}

/** English, seen as one language among others. */
function saidOf<W>(english: W): Said<W> {
  return english as Said<W>
}
