/** English (American) words for numbers. All functions take digit strings, so that no precision is lost. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',')
const SCALES = ',thousand,million,billion,trillion,quadrillion,quintillion'.split(',')
/** Longer numbers are read digit by digit. */
const MOST_DIGITS = SCALES.length * 3

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** `1234` → "one thousand two hundred thirty-four". Commas and leading zeros are ignored. */
export function cardinal(digits: string): string {
  const plain = digits.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  if (plain.length > MOST_DIGITS) return digitByDigit(plain)
  if (plain === '0') return 'zero'
  const words: string[] = []
  const groups = Math.ceil(plain.length / 3)
  const padded = plain.padStart(groups * 3, '0')
  for (let g = 0; g < groups; g++) {
    const value = Number(padded.slice(g * 3, g * 3 + 3))
    if (value === 0) continue
    words.push(belowThousand(value))
    const scale = SCALES[groups - 1 - g]
    if (scale) words.push(scale)
  }
  return words.join(' ')
}

/** `21` → "twenty-first". */
export function ordinal(digits: string): string {
  return toOrdinal(cardinal(digits))
}

/** The last word of a cardinal made ordinal: "twenty-one" → "twenty-first". */
export function toOrdinal(words: string): string {
  return words.replace(/[a-z]+$/, (last) => {
    const irregular = IRREGULAR_ORDINALS[last]
    if (irregular) return irregular
    return last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`
  })
}

/** `007` → "zero zero seven". */
export function digitByDigit(digits: string): string {
  return [...digits.replace(/\D/g, '')].map((digit) => ONES[Number(digit)]).join(' ')
}

/** `3.14` → "three point one four"; `.5` → "point five"; a whole number as a cardinal. */
export function decimal(number: string): string {
  const [whole, fraction] = number.split('.')
  if (fraction === undefined || fraction === '') return cardinal(whole)
  const tail = `point ${digitByDigit(fraction)}`
  return whole === '' ? tail : `${cardinal(whole)} ${tail}`
}

/** A year of four digits: `1987` → "nineteen eighty-seven", `1905` → "nineteen oh five", `2005` → "two thousand five". */
export function year(digits: string): string {
  const century = Number(digits.slice(0, 2))
  const rest = Number(digits.slice(2))
  if (digits.length !== 4 || century < 10 || (century % 10 === 0 && rest < 10)) return cardinal(digits)
  if (rest === 0) return `${belowThousand(century)} hundred`
  return `${belowThousand(century)} ${rest < 10 ? `oh ${ONES[rest]}` : belowThousand(rest)}`
}

/** A number that only names something, in pairs: `747` → "seven forty-seven", `101` → "one oh one", `1549` as a year. */
export function inPairs(digits: string): string {
  if (digits.length !== 3 || digits.endsWith('00')) return year(digits)
  const rest = Number(digits.slice(1))
  return `${ONES[Number(digits[0])]} ${rest < 10 ? `oh ${ONES[rest]}` : belowThousand(rest)}`
}

/** A number's words made plural, as decades are: "ninety" → "nineties", "hundred" → "hundreds". */
export function plural(words: string): string {
  if (words.endsWith('y')) return `${words.slice(0, -1)}ies`
  return words.endsWith('x') ? `${words}es` : `${words}s`
}

function belowThousand(value: number): string {
  const words: string[] = []
  if (value >= 100) words.push(ONES[Math.floor(value / 100)], 'hundred')
  const rest = value % 100
  if (rest >= 20) {
    words.push(rest % 10 === 0 ? TENS[rest / 10] : `${TENS[Math.floor(rest / 10)]}-${ONES[rest % 10]}`)
  } else if (rest > 0) words.push(ONES[rest])
  return words.join(' ')
}
