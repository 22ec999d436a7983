import { digitByDigit, inPairs } from '../number-words'
import { endsSentence, NEXT_CHARACTERS, oneOf, type Rule, spell } from '../rule'

/** Postal code and, where there is one, the older abbreviation → state. */
const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `AL|Ala.=Alabama AK=Alaska AZ|Ariz.=Arizona AR|Ark.=Arkansas CA|Calif.=California CO|Colo.=Colorado
  CT|Conn.=Connecticut DE|Del.=Delaware FL|Fla.=Florida GA|Ga.=Georgia HI=Hawaii ID=Idaho IL|Ill.=Illinois
  IN|Ind.=Indiana IA=Iowa KS|Kan.=Kansas KY|Ky.=Kentucky LA|La.=Louisiana ME=Maine MD|Md.=Maryland
  MA|Mass.=Massachusetts MI|Mich.=Michigan MN|Minn.=Minnesota MS|Miss.=Mississippi MO|Mo.=Missouri MT|Mont.=Montana
  NE|Neb.=Nebraska NV|Nev.=Nevada NH|N.H.=New_Hampshire NJ|N.J.=New_Jersey NM|N.M.=New_Mexico NY|N.Y.=New_York
  NC|N.C.=North_Carolina ND|N.D.=North_Dakota OH=Ohio OK|Okla.=Oklahoma OR|Ore.=Oregon PA|Pa.=Pennsylvania
  RI|R.I.=Rhode_Island SC|S.C.=South_Carolina SD|S.D.=South_Dakota TN|Tenn.=Tennessee TX|Tex.=Texas UT=Utah
  VT|Vt.=Vermont VA|Va.=Virginia WA|Wash.=Washington WV|W.Va.=West_Virginia WI|Wis.=Wisconsin WY|Wyo.=Wyoming DC=DC`
    .split(/\s+/)
    .flatMap((entry) => {
      const [written, state] = entry.split('=')
      return written.split('|').map((short) => [short, state.replace('_', ' ')])
    }),
)
const DIRECTIONS: Readonly<Record<string, string>> = { N: 'North', S: 'South', E: 'East', W: 'West' }
/** What is known by a number. */
const KNOWN_BY_NUMBER =
  'Boeing|Airbus|Flight|flight|Room|room|Suite|Highway|highway|Route|route|Interstate|Exit|exit|Gate|gate|Apartment|Apt\\.|ext\\.'
const SHORT_ROADS: Readonly<Record<string, string>> = {
  Ave: 'Avenue',
  Rd: 'Road',
  Blvd: 'Boulevard',
  Ln: 'Lane',
  Pl: 'Place',
  Ct: 'Court',
}
const ROADS = 'St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Ln|Lane|Way|Place|Pl|Court|Ct'

const ABOUT_AEROPLANES =
  'Max|MAX|jets?|planes?|Dreamliners?|pilots?|crews?|cockpit|cabin|freighters?|flights?|fleet'
const WHAT_AEROPLANES_DO =
  '(?: (?:landed|lands|landing|took off|takes off|taxie[sd]|crashed|departed|departs|arrive[sd]|flew|flies|flying|touche[sd] down|rolled|climbed|circled|was|is|has|had|carrying|carried|carries|from|to|with|on|at|over)\\b|[.,;:!?]|$)'

/** Streets, states, postal codes, and what is known by its number. */
export const PLACE_RULES: readonly Rule[] = [
  {
    name: 'postal code',
    pattern: new RegExp(
      `(?<=\\b(?:${oneOf(Object.keys(STATES))}|ZIP code|zip code|ZIP) )(\\d{5})(?:-(\\d{4}))?(?![\\d-])`,
      'g',
    ),
    say: ([, code, more]) => sayPostalCode(code, more),
  },
  {
    name: 'postal code after a street and a town',
    pattern: new RegExp(
      `(?<=\\b(?:${ROADS})\\b\\.?,? [A-Z][a-z]+(?: [A-Z][a-z]+)?,? )(\\d{5})(?:-(\\d{4}))?(?![\\d-])`,
      'g',
    ),
    say: ([, code, more]) => sayPostalCode(code, more),
  },
  {
    name: 'state after a town',
    pattern: new RegExp(`(?<=[A-Z][a-z]+, )(${oneOf(Object.keys(STATES))})(?!\\w)${NEXT_CHARACTERS}`, 'g'),
    say: ([, short, after]) => `${STATES[short]}${short.endsWith('.') && endsSentence(after) ? '.' : ''}`,
  },
  {
    name: 'part of a country',
    pattern: /\b([NSEW])\. (?=(?:Korea|America|Africa|Carolina|Dakota|Virginia|Germany|Vietnam|Sudan)\b)/g,
    say: ([, direction]) => `${DIRECTIONS[direction]} `,
  },
  {
    name: 'part of a town',
    pattern: new RegExp(`\\b(${ROADS})\\.? (N|S)(E|W)\\b\\.?`, 'g'),
    say: ([, road, ns, ew]) => `${road}. ${`${DIRECTIONS[ns]}${DIRECTIONS[ew]}`.toLowerCase()}`,
  },
  {
    name: 'way of a road',
    pattern: /(?<=\b(?:I|US|Route|Highway)[- ]\d{1,3} )([NSEW])\b/g,
    say: ([, direction]) => DIRECTIONS[direction],
  },
  {
    name: 'road without a point',
    pattern: new RegExp(
      `(?<=\\b\\d+ (?:[NSEW]\\.? )?(?:[A-Z][a-z]+ ){1,3})(${oneOf(Object.keys(SHORT_ROADS))})\\b(?!\\.)`,
      'g',
    ),
    say: ([, road]) => SHORT_ROADS[road],
  },
  { name: 'fort', pattern: /\bFt\. (?=[A-Z])/g, say: () => 'Fort ' },
  { name: 'highway', pattern: /\bHwy\b\.?(?= \d)/g, say: () => 'Highway' },
  {
    name: 'known by a number',
    pattern: new RegExp(`(?<=\\b(?:${KNOWN_BY_NUMBER}) )(\\d{1,4})([A-Z]?)(?![\\w-]|[.,]\\d)`, 'g'),
    say: ([, digits, letter]) => `${inPairs(digits)}${letter && ` ${spell(letter)}`}`,
  },
  {
    name: 'flight of an airline',
    pattern: /(?<=\b[Ff]light [A-Z][A-Z\d] ?)\d{1,4}(?![\w-])/g,
    say: ([digits]) => inPairs(digits),
  },
  {
    name: 'aeroplane',
    pattern: new RegExp(`\\b7\\d7(?=s?\\b ?(?:${ABOUT_AEROPLANES}))`, 'g'),
    say: ([type]) => inPairs(type),
  },
  {
    name: 'aeroplane by an article',
    pattern: new RegExp(
      `(?<=\\b(?:[Tt]he|[Aa]|[Tt]his|[Tt]hat|[Oo]ur|[Tt]heir) )7\\d7(?=${WHAT_AEROPLANES_DO})`,
      'g',
    ),
    say: ([type]) => inPairs(type),
  },
  {
    name: 'European aeroplane',
    pattern: /\bA(3[0-8]0|220)(?=s?\b(?! ?\d))/g,
    say: ([, type]) => `${spell('A')} ${inPairs(type)}`,
  },
  {
    name: 'house number',
    pattern: new RegExp(
      `(?<![\\w.,$#-])(\\d{3,4})(?= (?:[NSEW]\\.? )?(?:[A-Z][a-z]+|\\d+(?:st|nd|rd|th)) (?:${ROADS})\\b)`,
      'g',
    ),
    say: ([, digits]) => inPairs(digits),
  },
]

function sayPostalCode(code: string, more: string): string {
  const groups = [code, more].filter((digits) => digits)
  return groups.map((digits) => digitByDigit(digits).replaceAll('zero', 'oh')).join(', ')
}
