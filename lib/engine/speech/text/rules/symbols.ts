import type { Rule } from '../rule'

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ micro ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega Δ delta Σ sigma Ω omega Π pi Φ phi Ψ psi Λ lambda Θ theta Γ gamma'
    .split(' ')
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, all[i + 1]]] : [])),
)

const SAID: Readonly<Record<string, string>> = {
  '&': 'and',
  '@': 'at',
  '+': 'plus',
  '=': 'equals',
  '%': 'percent',
  '×': 'times',
  '÷': 'divided by',
  '±': 'plus or minus',
  '≈': 'approximately',
  '≠': 'is not equal to',
  '≤': 'is less than or equal to',
  '≥': 'is greater than or equal to',
  '→': 'to',
  '∞': 'infinity',
  '√': 'square root of',
  '°': 'degrees',
  '§': 'section',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  $: 'dollars',
  '©': 'copyright',
  '²': 'squared',
  '³': 'cubed',
  ...GREEK,
}

/** Marks at the start of a line that only say "here is an item". */
export const BULLET_RULES: readonly Rule[] = [
  { name: 'bullet', pattern: /(^|\n)\s*[•●▪◦‣*·–—-]\s+/g, say: ([, line]) => line },
]

/** What stands for a word without being one. Signs left unsaid fall away in `tokens.ts`. */
export const SYMBOL_RULES: readonly Rule[] = [
  { name: 'and/or', pattern: /\band\/or\b/gi, say: () => 'and or' },
  {
    name: 'his/her',
    pattern: /\b(he|his|him|she|her|they)\/(she|hers?|him|his|they|them)\b/gi,
    say: ([, a, b]) => `${a} or ${b}`,
  },
  {
    name: 'yes/no',
    pattern: /\b(yes|true|his|on)\/(no|false|hers|off)\b/gi,
    say: ([, a, b]) => `${a} or ${b}`,
  },
  { name: 'R&D', pattern: /(?<=\w)&(?=\w)/g, say: () => ' and ' },
  { name: 'speed', pattern: /\bkm\/h\b/g, say: () => 'kilometers per hour' },
  { name: 'slash between words', pattern: /(?<=\p{L})\s?\/\s?(?=\p{L})/gu, say: () => ' slash ' },
  { name: 'about', pattern: /~ ?(?=[\d$€£])/g, say: () => 'about ' },
  { name: 'less than', pattern: /\s<\s|<(?=\s?\d)/g, say: () => ' is less than ' },
  { name: 'greater than', pattern: /\s>\s|>(?=\s?\d)/g, say: () => ' is greater than ' },
  { name: 'to the power', pattern: /(?<=[\w)])\^(?=-?\d)/g, say: () => ' to the power of ' },
  {
    name: 'programming languages and notes',
    pattern: /\b(?:C(\+\+)|([A-G])#)(?!\w*#)/g,
    say: ([, , note]) => (note ? `${note} sharp` : 'C plus plus'),
  },
]

/** Single signs, once nothing longer can contain them. */
export const SIGN_RULES: readonly Rule[] = [
  {
    name: 'sign',
    pattern: new RegExp(
      `[${Object.keys(SAID)
        .map((sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
        .join('')}]`,
      'gu',
    ),
    say: ([sign]) => ` ${SAID[sign]} `,
  },
]
