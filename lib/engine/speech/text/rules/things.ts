/**
 * Amounts that describe a thing are said in the singular: "a $5 bill" is "a five dollar bill", "a 90° turn" "a ninety
 * degree turn". Patterns for what stands on either side of such an amount.
 */
const FUNCTION_WORDS =
  'of|and|or|to|in|per|a|an|the|for|is|was|are|were|from|off|more|less|at|on|with|by|as|than|apart|away|long|wide|high|tall|deep|each|every|if|when|that|which|who|but|he|she|it|we|they|you'

/** Only the indefinite article tells surely: "the $5 helped". */
export const BEFORE_THING = '(?<=\\b(?:[Aa]n?|[Aa]nother|[Ee]very) )'
export const THING = `(?=[ -](?!(?:${FUNCTION_WORDS})\\b)[a-z]{3})`
