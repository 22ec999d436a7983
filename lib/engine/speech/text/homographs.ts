/**
 * Words spelled alike whose sound the tagger's tag does not settle, or settles wrongly: the dictionary lacks
 * the reading, or the neighbours tell more. Looked through in order; the first that fits decides.
 */
type Reading = {
  /** Tags the word may carry; any if left out. */
  tags?: RegExp
  /** What the up to three words before must match, lower-case, joined by spaces. */
  before?: RegExp
  /** What the up to three words after must match. */
  after?: RegExp
  phonemes: string
}

const OFTEN = /\b(every|each|often|usually|always|sometimes|daily|weekly|to)\b/
const SUBJECT = /\b(i|you|we|they)( (often|usually|always|sometimes|never|all|still|also|only))?$/
const TINY = /^(details?|amounts?|quantit|particles?|differences?|changes?|traces?|fragments?|doses?)/
const METAL =
  /^(pipes?|paint|poisoning|acid|crystal|weights?|pencils?|shot|balloon|bullets?|aprons?|shields?|shielding|foil|sheets?|ore|mines?|roof|solder|batteries|battery)\b/

const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  read: [
    { after: /\b(anymore|nowadays|these days)\b/, tags: /^VB/, phonemes: 'ɹˈid' },
    { before: /\bwho$/, after: /^(do|are|have|get|learn|earn|tend)\b/, phonemes: 'ɹˈid' },
    { before: /\bwho$/, after: /^(every|each|often|daily|weekly|to|aloud|for)\b/, phonemes: 'ɹˈid' },
    { before: /\b(widely|well)$/, phonemes: 'ɹˈɛd' },
    {
      before:
        /\b(to|will|would|can|could|should|must|may|might|shall|please|don't|didn't|doesn't|let's|cannot|can't)( \w+ly)?$/,
      phonemes: 'ɹˈid',
    },
    { before: /\b(do|did|does|will|can|could|would) (i|you|we|they|he|she|it)$/, phonemes: 'ɹˈid' },
    {
      before:
        /\b(have|has|had|having|been|be|is|was|were|are|'ve|i've|you've|we've|they've|he's|she's|get|got)( \w+)?( \w+)?$/,
      tags: /^(VBN|VBD|VBP|VB|JJ|NN)$/,
      phonemes: 'ɹˈɛd',
    },
    { before: SUBJECT, after: OFTEN, phonemes: 'ɹˈid' },
    { before: /\b(often|usually|always|sometimes)$/, tags: /^(VBP|VB|VBD)$/, phonemes: 'ɹˈid' },
  ],
  lead: [
    { before: /\bpencil$/, phonemes: 'lˈɛd' },
    { after: METAL, phonemes: 'lˈɛd' },
    { before: /\b(have|has|had)$/, after: /^(in|on) (it|them|their|its|the|your)\b/, phonemes: 'lˈɛd' },
    {
      before: /\b(of|molten|melts?|melted|melting|heavy as|contains?|contained|containing|with|pencil|from)$/,
      tags: /^NN/,
      after: /^($|and|in|is|or|for|to (make|cast)\b)/,
      phonemes: 'lˈɛd',
    },
  ],
  live: [
    { before: /^$/, after: /^from\b/, phonemes: 'lˈIv' },
    { before: /\b(better|best|great|sounds?|played|recorded)$/, after: /^($|than|on|and)/, phonemes: 'lˈIv' },
    {
      before:
        /\b(reporting|reports|streaming|broadcasting|performing|coming|airing|aired|airs|goes|went|going|streams|streamed)$/,
      phonemes: 'lˈIv',
    },
    {
      before: /\b(watch|watched|watching|see|seen|stream|broadcast|hear|heard) (it|them|him|her|us)$/,
      phonemes: 'lˈIv',
    },
    {
      before:
        /\b(to|will|would|can|could|should|must|who|people|i|you|we|they|not|don't|didn't|doesn't|and|where)$/,
      tags: /^(VB|VBP|NN|RB)$/,
      phonemes: 'lˈɪv',
    },
  ],
  lives: [
    { after: /^(matter|are|were|have|depend)\b/, phonemes: 'lˈIvz' },
    { tags: /^VBZ$/, phonemes: 'lˈɪvz' },
    { tags: /^NN/, phonemes: 'lˈIvz' },
  ],
  wind: [
    { before: /\b(to|will|would|can|could|must|roads?|paths?|trails?|rivers?|don't)$/, phonemes: 'wˈInd' },
    { after: /^(up|down|the clock|the watch|the rope|the wire|it)\b/, tags: /^VB/, phonemes: 'wˈInd' },
  ],
  wound: [
    { before: /\b(rivers?|roads?|paths?|trails?|streams?|streets?)$/, phonemes: 'wˈWnd' },
    {
      tags: /^VB/,
      after: /^(up|down|around|round|through|tightly|its|it|them|the|a|his|her)\b/,
      phonemes: 'wˈWnd',
    },
    { phonemes: 'wˈund' },
  ],
  tear: [
    { after: /^in (\w+) (eyes?|corner)\b/, phonemes: 'tˈɪɹ' },
    {
      before: /\b(to|will|would|can|could|don't|muscle|ligament|wear and|the|a)$/,
      after: /^(in|it|up|down|apart|off|the|them|through|out)\b/,
      phonemes: 'tˈɛɹ',
    },
    { before: /\b(muscle|ligament|wear and)$/, phonemes: 'tˈɛɹ' },
  ],
  tears: [
    { tags: /^VBZ$/, phonemes: 'tˈɛɹz' },
    { after: /^(easily|apart|open|off|up)\b/, phonemes: 'tˈɛɹz' },
  ],
  bass: [
    { after: /^(guitars?|players?|lines?|drums?|notes?|clarinet|solo|voice|clef|boost)\b/, phonemes: 'bˈAs' },
    {
      before: /\b(the|double|deep|on|plays?|played|playing|heavy|sing|sings|more|and) ?$/,
      tags: /^(NN|JJ)/,
      after: /^($|was|is|in|and|of|so|sounds?)/,
      phonemes: 'bˈAs',
    },
  ],
  bow: [
    { after: /^(and arrows?|tie|string)\b/, phonemes: 'bˈO' },
    { before: /\b(to|will|must|a deep|took a|take a|the ship's|deep)$/, phonemes: 'bˈW' },
    { after: /^(to|down|before|of the (ship|boat))\b/, phonemes: 'bˈW' },
  ],
  row: [{ before: /\b(had a|a terrible|a furious)$/, phonemes: 'ɹˈW' }],
  sow: [{ before: /\b(a|the|old|fat|mother)$/, tags: /^NN/, phonemes: 'sˈW' }],
  close: [
    { before: /\b(a|the|its|business)$/, after: /^($|of\b)/, phonemes: 'klˈOz' },
    {
      before: /(?<!s)s$/,
      after: /^(at|on|for|early|higher|lower|down|their|its)\b/,
      tags: /^(VB|RB|NN)/,
      phonemes: 'klˈOz',
    },
    {
      after:
        /^(to|by|friends?|together|enough|call|relatives?|relationships?|attention|look|up|range|second)\b/,
      before: /(^|\b(?!to|will|please|would|can|could|must|don't)[\w']+)$/,
      tags: /^(JJ|RB|NN|VB)/,
      phonemes: 'klˈOs',
    },
  ],
  minute: [
    { before: /(^|\b(?!last|one|five|ten|every)\w+)$/, after: TINY, phonemes: 'mInˈut' },
    {
      before: /\b(differences?|amounts?|particles|traces|quantities) (is|are|was|were)$/,
      phonemes: 'mInˈut',
    },
  ],
  presents: [
    {
      before:
        /\b(buy|bought|bring|brought|give|gave|get|got|opens?|opened|wrap|wrapped|with|of|some|many|any)$/,
      phonemes: 'pɹˈɛzᵊnts',
    },
  ],
  rebel: [
    { before: /^(?!.*\b(a|an|the|this|that|every|another)$)/, after: /^against\b/, phonemes: 'ɹəbˈɛl' },
  ],
  refuse: [{ before: /\b(collects?|collected|household|garden|burn|of)$/, phonemes: 'ɹˈɛfjˌus' }],
  deliberate: [{ before: /\bbut$/, after: /^$/, phonemes: 'dəlˈɪbəɹət' }],
  produce: [
    {
      before: /\b(wash|buy|bought|sells?|sold|eat|grows?|grew|picks?)( all| some| any)?$/,
      phonemes: 'pɹˈOdˌus',
    },
    { before: /\b(fresh|local|organic|seasonal|garden|farm)$/, phonemes: 'pɹˈOdˌus' },
  ],
  conflict: [
    {
      before: /\b(stories|accounts|reports|versions|interests|dates|laws|views)$/,
      after: /^($|with)/,
      phonemes: 'kənflˈɪkt',
    },
  ],
  learned: [
    { after: /^(man|men|woman|scholars?|friend|judge|colleagues?|professor|society)\b/, phonemes: 'lˈɜɹnɪd' },
  ],
  blessed: [{ after: /^(virgin|mother|sacrament|event|are)\b/, phonemes: 'blˈɛsɪd' }],
  aged: [{ after: /^(parents?|mother|father|relatives?|man|woman|aunt|uncle)\b/, phonemes: 'ˈAʤɪd' }],
  axes: [
    { after: /^(and|or) (saws?|knives|swords|hammers|picks|shovels|spears)\b/, phonemes: 'ˈæksᵻz' },
    { before: /\b(carried|swung|sharp|stone|battle|their)$/, phonemes: 'ˈæksᵻz' },
  ],
  bases: [
    { before: /\b(the|legal|factual|scientific|theoretical)$/, after: /^(for|of)\b/, phonemes: 'bˈAsiz' },
  ],
  desert: [
    { before: /\b(to|will|would|not|never|don't|must|soldiers?)$/, phonemes: 'dəzˈɜɹt' },
    { tags: /^VB/, phonemes: 'dəzˈɜɹt' },
  ],
  content: [
    {
      before: /\b(to|was|is|are|were|be|am|feel|feels|felt|seems?|seemed|quite|perfectly|very|not|so|i'm)$/,
      after: /^($|with|to|and|himself|herself|themselves|in)/,
      phonemes: 'kəntˈɛnt',
    },
  ],
  object: [
    { before: /^\w+[^su]s$/, after: /^to\b/, phonemes: 'əbʤˈɛkt' },
    { before: /^(do|does|did|if) (any|some|no|every)(one|body)$/, phonemes: 'əbʤˈɛkt' },
    {
      before: /\b(to|will|would|i|you|we|they|not|don't|didn't|may|must|strongly)$/,
      after: /^($|to|that|strongly|if|when)/,
      phonemes: 'əbʤˈɛkt',
    },
  ],
  resume: [
    {
      before: /\b(my|your|his|her|their|a|the|our|this|strong|updated)$/,
      tags: /^(NN|VB)/,
      phonemes: 'ɹˈɛzəmˌA',
    },
  ],
  resumes: [{ before: /\b(my|your|his|her|their|the|of|our|these|many)$/, phonemes: 'ɹˈɛzəmˌAz' }],
  polish: [
    { before: /^$/, after: /^(the|your|my|it|them|all)\b/, phonemes: 'pˈɑlɪʃ' },
    { before: /^$/, after: /^(people|language|food|border|government)/, phonemes: 'pˈOlɪʃ' },
  ],
  does: [
    { before: /\b(two|three|four|several|young|female)$/, phonemes: 'dˈOz' },
    { tags: /^NNS$/, phonemes: 'dˈOz' },
  ],
  invalid: [{ tags: /^NN$/, before: /\b(an|the)$/, after: /^($|who|was|is|and)/, phonemes: 'ˈɪnvəlɪd' }],
  number: [{ after: /^(than)\b/, phonemes: 'nˈʌməɹ' }],
  dove: [{ tags: /^(VBD|VBN|VB|VBP|NN)$/, after: /^(into|in|under|off|down|deep|head)\b/, phonemes: 'dˈOv' }],
}

const HELPER =
  /\b(will|would|can|could|should|must|may|might|shall|cannot|can't|won't|don't|didn't|doesn't|(do|did|does) not)( (\w+ly|never|not|also|even|ever))?$/
const DETERMINED = /\b(a|an|the|my|your|its|our|their|every|no)$/
const PRONOUN = /(^|\b(that|and|but|which|if|when|as|,) )(i|you|we|they|some|many|others)$/
/** A plural that begins the sentence: its subject. */
const SUBJECT_NOUN = /^\w+[^su]s$/
/** Who says and does things in the news, far more often than they describe another noun. */
const SPEAKERS =
  /\b(analysts|economists|officials|experts|doctors|scientists|researchers|critics|forecasters)$/
const OBJECT = /^(a|an|the|every|each|both|my|your|his|her|its|our|their|this|these|him|it|them|us|me)\b/

/**
 * A word's tag where its neighbours settle whether it is a verb, whatever the tagger thinks: after "will" stands a verb,
 * between "we" and "the" too, right after "the" none.
 */
export function settledTag(tag: string, before: string[], after: string[]): string {
  const left = before.slice(-3).join(' ')
  if (/^(NN|JJ)/.test(tag)) {
    const subject = PRONOUN.test(left) || SUBJECT_NOUN.test(left)
    if (HELPER.test(left) || (subject && OBJECT.test(after[0] ?? ''))) return 'VB'
    if (tag.startsWith('NN') && SPEAKERS.test(left)) return 'VB'
  }
  return DETERMINED.test(left) && /^VB[PZ]?$/.test(tag) ? 'NN' : tag
}

/** What a homograph sounds like between these words; undefined where the dictionary's choice by tag stands. */
export function homograph(word: string, tag: string, before: string[], after: string[]): string | undefined {
  const readings = Object.hasOwn(READINGS, word) ? READINGS[word] : []
  const left = before.slice(-3).join(' ')
  const right = after.slice(0, 3).join(' ')
  return readings.find(
    (reading) =>
      (reading.tags?.test(tag) ?? true) &&
      (reading.before?.test(left) ?? true) &&
      (reading.after?.test(right) ?? true),
  )?.phonemes
}
