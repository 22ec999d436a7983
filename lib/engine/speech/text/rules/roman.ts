import { cardinal, ordinal } from '../number-words'
import { oneOf, type Rule } from '../rule'

/** Rulers and popes, whose numbers are ordinals. */
const REGNAL =
  'Henry Louis Charles Elizabeth George Edward William James Richard John Paul Benedict Pius Francis Leo Nicholas Catherine Alexander Philip Ivan Gregory Innocent Otto Frederick Wilhelm Napoleon Ramses Ramesses Ptolemy Cleopatra Mary Urban Clement Julius Peter Gustav Christian Haakon Carl Albert Margaret Victoria Ferdinand Alfonso Joseph Maximilian Rudolf Constantine Theodosius Darius Xerxes Boniface Celestine Sixtus Stephen'.split(
    ' ',
  )
/** Things that are numbered, with a cardinal, even by a single letter. */
const NUMBERED =
  'Chapter Part Volume Book Act Scene Section Title Article Phase Type Stage Level Grade Class Figure Table Appendix Unit War Bowl Mark Season Episode Round Step Model Category Tier Group Lesson Module Version Schedule'.split(
    ' ',
  )
const NUMERAL = '(?=[IVXLC])(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))'
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Roman numerals where the words before them leave no doubt. */
export const ROMAN_RULES: readonly Rule[] = [
  {
    name: 'ruler',
    pattern: new RegExp(`\\b(${oneOf(REGNAL)}) ${NUMERAL}(?!(?!'s\\b)[\\w'.]*\\w)`, 'g'),
    say: ([, name, numeral]) => (numeral.length === 1 ? undefined : `${name} the ${ordinal(value(numeral))}`),
  },
  {
    name: 'ruler with one letter',
    pattern: new RegExp(
      `\\b(${oneOf(REGNAL)}) ([IVX])(?=[,.;:!?)]|'s|\\s*$| (?:of|was|is|and|had|ruled|died|became)\\b)`,
      'gm',
    ),
    say: ([, name, numeral]) => `${name} the ${ordinal(value(numeral))}`,
  },
  {
    name: 'grandson',
    pattern: new RegExp(`\\b((?:${oneOf(REGNAL)}) [A-Z][a-z]+) (II|III|IV)(?![\\w'.]*\\w)`, 'g'),
    say: ([, name, numeral]) => `${name} the ${ordinal(value(numeral))}`,
  },
  {
    name: 'century',
    pattern: new RegExp(`\\b${NUMERAL}(?= [Cc]entur(?:y|ies)\\b)`, 'g'),
    say: ([, numeral]) => ordinal(value(numeral)),
  },
  {
    name: 'numbered thing',
    pattern: new RegExp(
      `\\b(${oneOf(NUMBERED)}|${oneOf(NUMBERED.map((word) => word.toLowerCase()))}) ${NUMERAL}(?: of ${NUMERAL})?(?![\\w'])`,
      'g',
    ),
    say: ([, thing, numeral, all]) =>
      `${thing} ${cardinal(value(numeral))}${all && ` of ${cardinal(value(all))}`}`,
  },
  {
    name: 'after a name',
    pattern:
      /\b([A-Z][a-z]+) (II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|XXI)(?![\w'])/g,
    say: ([, name, numeral]) => `${name} ${cardinal(value(numeral))}`,
  },
]

function value(numeral: string): string {
  const letters = [...numeral].map((letter) => VALUES[letter])
  return String(letters.reduce((sum, v, i) => sum + (v < (letters[i + 1] ?? 0) ? -v : v), 0))
}
