import type { Rule } from '../rule'

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** After a number, a bracket or a variable; ² and ³ alone are said elsewhere, and ¹ is a note's. */
const RAISED = new RegExp(
  `(?<=\\d|\\)|(?<!\\p{L})\\p{L})(?![¹²³](?![${SUPERSCRIPTS}]))([⁺⁻]?)([${SUPERSCRIPTS}]+|ⁿ)`,
  'gu',
)

/** Scientific notation and superscripts, as digits: what they measure is still to be read. */
export const POWER_RULES: readonly Rule[] = [
  {
    name: 'scientific notation',
    pattern: /(?<=\d) ?[×x·*] ?10(?=\^|[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/g,
    say: () => ' times 10',
  },
  {
    name: 'scientific notation of programs',
    pattern: /(?<![\w.])(\d+(?:\.\d+)?)e([+-]?)(\d{1,3})(?![\w.])/g,
    say: ([, factor, sign, power]) => `${factor} times 10 to the ${sign === '-' ? 'minus ' : ''}${power}`,
  },
  {
    name: 'superscript',
    pattern: RAISED,
    say: ([, sign, raised]) => ` to the ${sign === '⁻' ? 'minus ' : ''}${digitsOf(raised)}`,
  },
  {
    name: 'subscript',
    pattern: /[₀₁₂₃₄₅₆₇₈₉]/g,
    say: ([lowered]) => String((lowered.codePointAt(0) ?? 0) - 0x2080),
  },
]

function digitsOf(raised: string): string {
  return raised === 'ⁿ' ? 'n' : [...raised].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('')
}
