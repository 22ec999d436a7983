/**
 * Amounts that describe a thing are said in the singular: "a $5 bill" is "a five dollar bill", "a 90° turn" "a ninety
 * degree turn". Patterns for what stands on either side of such an amount.
 */
const FUNCTION_WORDS =
  'of|and|or|to|in|per|a|an|the|for|is|was|are|were|from|off|more|less|at|on|with|by|as|than|apart|away|long|wide|high|tall|deep|each|every|if|when|that|which|who|but|he|she|it|we|they|you'

const VERBS =
  'went|goes|came|comes|helped|helps|has|had|have|will|would|can|could|may|might|must|should|did|does|do|left|lost|made|paid|spent|raised|bought|again|back|there|here|then|now|per|spread|into|worth'

export const BEFORE_THING =
  "(?<=\\b(?:[Aa]n?|[Aa]nother|[Ee]very|[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|\\w+'s) )"
export const THING = `(?=[ -](?!(?:${FUNCTION_WORDS}|${VERBS})\\b)[A-Za-z][a-z]{2})`
