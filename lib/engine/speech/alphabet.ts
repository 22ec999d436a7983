/**
 * The voices' phonetic alphabet (`assets/voices/README.md`): American English in Kokoro's symbols, where
 * `A I W Y O` are the diphthongs of day, my, now, boy, go; `T` is the flap of "city"; `ᵊ` a short schwa.
 */

export const PRIMARY_STRESS = 'ˈ'
export const SECONDARY_STRESS = 'ˌ'

/** Symbols that carry a syllable. */
export const VOWELS: ReadonlySet<string> = new Set('AIOQWYaiuæɑɒɔəɛɜɪʊʌᵊᵻɐoeɨ')

/** Symbols for speech sounds other than vowels. */
export const CONSONANTS: ReadonlySet<string> = new Set('bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθTʔx')

/** Marks the voices read as pauses and intonation. */
export const PUNCTUATION: ReadonlySet<string> = new Set(';:,.!?—…"()“”')

/** Stands in `Phone.symbol` for a silence no punctuation mark asked for: pads, joints, pause tags. */
export const SILENCE = '…'

/** Stands in `Phone.symbol` for a whole word of a voice that tells nothing of its sounds. */
export const WHOLE_WORD = '·'

/** A word as it is said: "1969" is written once and said as "nineteen", "sixty", "nine". Two of one text are two objects. */
export type SpokenWord = { readonly text: string }

/** A symbol of the alphabet in its place. Marks and the spaces between words belong to none. */
export type SpokenSymbol = { symbol: string; word: SpokenWord | null }

/** Symbol → id in the acoustic models. */
export type Vocabulary = ReadonlyMap<string, number>

export function isStress(symbol: string): boolean {
  return symbol === PRIMARY_STRESS || symbol === SECONDARY_STRESS
}

/** The symbols of a phoneme string the models know, in order; the others are dropped. */
export function symbolsOf(phonemes: string, vocabulary: Vocabulary): string[] {
  return [...phonemes].filter((symbol) => vocabulary.has(symbol))
}
