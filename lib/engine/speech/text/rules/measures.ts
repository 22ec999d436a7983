import { cardinal, decimal, year } from '../number-words'
import { endsSentence, NEXT_CHARACTERS, oneOf, type Rule } from '../rule'
import { BEFORE_THING, THING } from './things'

/** Unit → [one, many]. Those in `LOOSE` are words or letters too, and count only when written against the number. */
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  km: ['kilometer', 'kilometers'],
  m: ['meter', 'meters'],
  cm: ['centimeter', 'centimeters'],
  mm: ['millimeter', 'millimeters'],
  µm: ['micrometer', 'micrometers'],
  μm: ['micrometer', 'micrometers'],
  nm: ['nanometer', 'nanometers'],
  'km²': ['square kilometer', 'square kilometers'],
  'm²': ['square meter', 'square meters'],
  'cm²': ['square centimeter', 'square centimeters'],
  'm³': ['cubic meter', 'cubic meters'],
  'sq ft': ['square foot', 'square feet'],
  'sq. mi.': ['square mile', 'square miles'],
  'sq mi': ['square mile', 'square miles'],
  'sq. ft.': ['square foot', 'square feet'],
  mi: ['mile', 'miles'],
  ft: ['foot', 'feet'],
  'ft.': ['foot', 'feet'],
  in: ['inch', 'inches'],
  'in.': ['inch', 'inches'],
  pts: ['point', 'points'],
  yd: ['yard', 'yards'],
  kg: ['kilogram', 'kilograms'],
  g: ['gram', 'grams'],
  mg: ['milligram', 'milligrams'],
  µg: ['microgram', 'micrograms'],
  μg: ['microgram', 'micrograms'],
  lb: ['pound', 'pounds'],
  lbs: ['pound', 'pounds'],
  'lb.': ['pound', 'pounds'],
  'lbs.': ['pound', 'pounds'],
  oz: ['ounce', 'ounces'],
  L: ['liter', 'liters'],
  l: ['liter', 'liters'],
  ml: ['milliliter', 'milliliters'],
  mL: ['milliliter', 'milliliters'],
  cl: ['centiliter', 'centiliters'],
  gal: ['gallon', 'gallons'],
  'tsp.': ['teaspoon', 'teaspoons'],
  'tbsp.': ['tablespoon', 'tablespoons'],
  'oz.': ['ounce', 'ounces'],
  tsp: ['teaspoon', 'teaspoons'],
  tbsp: ['tablespoon', 'tablespoons'],
  mph: ['mile per hour', 'miles per hour'],
  'km/h': ['kilometer per hour', 'kilometers per hour'],
  kph: ['kilometer per hour', 'kilometers per hour'],
  'm/s': ['meter per second', 'meters per second'],
  rpm: ['revolution per minute', 'revolutions per minute'],
  bpm: ['beat per minute', 'beats per minute'],
  fps: ['frame per second', 'frames per second'],
  mpg: ['mile per gallon', 'miles per gallon'],
  s: ['second', 'seconds'],
  sec: ['second', 'seconds'],
  secs: ['second', 'seconds'],
  ms: ['millisecond', 'milliseconds'],
  min: ['minute', 'minutes'],
  mins: ['minute', 'minutes'],
  'min.': ['minute', 'minutes'],
  h: ['hour', 'hours'],
  hr: ['hour', 'hours'],
  hrs: ['hour', 'hours'],
  yr: ['year', 'years'],
  yrs: ['year', 'years'],
  B: ['byte', 'bytes'],
  KB: ['kilobyte', 'kilobytes'],
  kB: ['kilobyte', 'kilobytes'],
  MB: ['megabyte', 'megabytes'],
  GB: ['gigabyte', 'gigabytes'],
  TB: ['terabyte', 'terabytes'],
  kbps: ['kilobit per second', 'kilobits per second'],
  Mbps: ['megabit per second', 'megabits per second'],
  Gbps: ['gigabit per second', 'gigabits per second'],
  px: ['pixel', 'pixels'],
  MP: ['megapixel', 'megapixels'],
  Hz: ['hertz', 'hertz'],
  kHz: ['kilohertz', 'kilohertz'],
  MHz: ['megahertz', 'megahertz'],
  GHz: ['gigahertz', 'gigahertz'],
  W: ['watt', 'watts'],
  kW: ['kilowatt', 'kilowatts'],
  MW: ['megawatt', 'megawatts'],
  GW: ['gigawatt', 'gigawatts'],
  kWh: ['kilowatt hour', 'kilowatt hours'],
  V: ['volt', 'volts'],
  kV: ['kilovolt', 'kilovolts'],
  A: ['amp', 'amps'],
  mA: ['milliamp', 'milliamps'],
  mAh: ['milliamp hour', 'milliamp hours'],
  dB: ['decibel', 'decibels'],
  kcal: ['kilocalorie', 'kilocalories'],
  cal: ['calorie', 'calories'],
  kJ: ['kilojoule', 'kilojoules'],
  psi: ['pound per square inch', 'pounds per square inch'],
  '°C': ['degree Celsius', 'degrees Celsius'],
  '°F': ['degree Fahrenheit', 'degrees Fahrenheit'],
  '° C': ['degree Celsius', 'degrees Celsius'],
  '° F': ['degree Fahrenheit', 'degrees Fahrenheit'],
  '℃': ['degree Celsius', 'degrees Celsius'],
  '℉': ['degree Fahrenheit', 'degrees Fahrenheit'],
  '°': ['degree', 'degrees'],
  '%': ['percent', 'percent'],
  '‰': ['per mille', 'per mille'],
  bps: ['basis point', 'basis points'],
}
const LOOSE = new Set(['in', 's', 'A', 'B', 'h', 'V', 'W', 'MP', 'l', 'm', 'g', 'L'])
/** Of the loose ones, those that still count after a space. */
const SPACED = new Set(['m', 'g', 'L', 'W', 'V'])

const NUMBER = '(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?|-?\\.\\d+)'
const SPACED_UNITS = Object.keys(UNITS).filter((unit) => !LOOSE.has(unit) || SPACED.has(unit))

/** Numbers with units, percentages, temperatures and heights. */
export const MEASURE_RULES: readonly Rule[] = [
  {
    name: 'decimal comma',
    pattern: /(?<![\d.,])(\d+),(\d{1,2})(?= ?(?:kg|km|cm|mm|mg|ml|°C|%)(?!\p{L}))/gu,
    say: ([, whole, part]) => `${whole}.${part}`,
  },
  {
    name: 'hours and minutes',
    pattern: /(?<![\w.])(\d+) ?h ?(\d+) ?m(?:in)?\b/g,
    say: ([, hours, minutes]) => `${sayMeasure(hours, 'h')} ${sayMeasure(minutes, 'min')}`,
  },
  {
    name: 'measure that describes a thing',
    pattern: new RegExp(
      `(?:${BEFORE_THING}(?:${NUMBER} ?[–-] ?)?${NUMBER}[ -]?|(?<![\\w.,])${NUMBER}-)(${oneOf(SPACED_UNITS)})(?![\\p{L}\\d])${THING}`,
      'gu',
    ),
    say: ([, from, a, b, unit]) =>
      `${from && `${sayNumber(from)} to `}${sayNumber(a || b)} ${UNITS[unit][0]}`,
  },
  {
    name: 'inches',
    pattern:
      /(?<![\w.])(\d+(?:\.\d+)?)"(?= (?:floppy|TV|screen|monitor|display|tablet|pipe|wheels?|deep|wide|tall)\b)/g,
    say: ([, inches]) => `${decimal(inches)} inch`,
  },
  {
    name: 'measure by measure',
    pattern: /(?<=\d ?(?:ft|in|cm|mm|m|km)\.?) ?[x×] ?(?=\d)/g,
    say: () => ' by ',
  },
  {
    name: 'product',
    pattern: /(?<=(?:^|[^\w.])\d+(?:\.\d+)?)(?: × | ?\* ?)(?=\d)/g,
    say: () => ' times ',
  },
  {
    name: 'product asked for',
    pattern: /(?<=\b(?:is|equals) \d+) x (?=\d)|(?<=\d) x (?=\d+ ?=)/g,
    say: () => ' times ',
  },
  { name: 'quotient', pattern: /(?<=\d) \/ (?=\d)/g, say: () => ' divided by ' },
  { name: 'difference', pattern: /(?<=\d) - (?=\d+(?:\.\d+)? ?=)/g, say: () => ' minus ' },
  {
    name: 'so many times',
    pattern: /(?<![\w.])(\d+(?:\.\d+)?)x(?= |-|$|[,.!?)])/g,
    say: ([, times]) => `${decimal(times)} times`,
  },
  {
    name: 'feet and inches',
    pattern: /(?<![\w.])(\d+)'(\d{1,2})"/g,
    say: ([, feet, inches]) => `${cardinal(feet)} foot ${cardinal(inches)}`,
  },
  {
    name: 'feet and inches in letters',
    pattern: /(?<![\w.])(\d+) ?ft\.? (\d{1,2}) ?in\b\.?(?! the\b)/g,
    say: ([, feet, inches]) => `${sayMeasure(feet, 'ft')} ${sayMeasure(inches, 'in')}`,
  },
  {
    name: 'dimensions',
    pattern: /(?<![\w.])(\d+(?:\.\d+)?) ?[x×] ?(\d+(?:\.\d+)?)(?: ?[x×] ?(\d+(?:\.\d+)?))?(?![\d.]*\d)/g,
    say: ([, a, b, c]) =>
      [a, b, c]
        .filter((side) => side)
        .map((side) => (/^\d{4}$/.test(side) ? year(side) : decimal(side)))
        .join(' by '),
  },
  {
    name: 'span with a unit',
    pattern: new RegExp(
      `(?<![\\w.,-])${NUMBER} ?[–-] ?${NUMBER}( ?(?:${oneOf(SPACED_UNITS)})|(?:${oneOf(LOOSE)}))(?![\\p{L}\\d])`,
      'gu',
    ),
    say: ([, from, to, unit]) => `${sayNumber(from)} to ${sayMeasure(to, unit.trim())}`,
  },
  {
    name: 'unit after per',
    pattern: new RegExp(
      `(?<=\\bper )(${oneOf(SPACED_UNITS.filter((unit) => /^[a-z]{2}/.test(unit)))})(?![\\p{L}\\d])${NEXT_CHARACTERS}`,
      'gu',
    ),
    say: ([, unit, after]) => `${UNITS[unit][0]}${unit.endsWith('.') && endsSentence(after) ? '.' : ''}`,
  },
  {
    name: 'part of a unit',
    pattern: new RegExp(`(?<![\\w/.])(\\d+ )?(\\d)/(\\d)[ -]?(${oneOf(SPACED_UNITS)})(?![\\p{L}\\d])`, 'gu'),
    say: ([, whole, top, bottom, unit]) => {
      const [one, many] = UNITS[unit]
      if (whole) return `${whole}${top}/${bottom} ${many}`
      return `${top}/${bottom} ${top === '1' ? one : `of ${/^[aeiou]|hour/.test(one) ? 'an' : 'a'} ${one}`}`
    },
  },
  {
    name: 'unit after a space or none',
    pattern: new RegExp(
      `(?<![\\w.,/]|\\p{L}-)${NUMBER}[ -]?(${oneOf(SPACED_UNITS)})(?![\\p{L}\\d])${NEXT_CHARACTERS}`,
      'gu',
    ),
    say: ([, number, unit, after]) =>
      `${sayMeasure(number, unit)}${unit.endsWith('.') && endsSentence(after) ? '.' : ''}`,
  },
  {
    name: 'unit against the number',
    pattern: new RegExp(`(?<![\\w.,])${NUMBER}(${oneOf(LOOSE)})(?![\\p{L}\\d'])`, 'gu'),
    say: ([, number, unit]) => sayMeasure(number, unit),
  },
  {
    name: 'point of a unit in a sentence',
    pattern: new RegExp(`(?<=\\b(?:${oneOf(new Set(Object.values(UNITS).flat()))}))\\.(?= [a-z])`, 'g'),
    say: () => '',
  },
]

function sayMeasure(number: string, unit: string): string {
  const [one, many] = UNITS[unit]
  return `${sayNumber(number)} ${/^-?1$/.test(number) ? one : many}`
}

function sayNumber(number: string): string {
  return number.startsWith('-') ? `minus ${decimal(number.slice(1))}` : decimal(number)
}
