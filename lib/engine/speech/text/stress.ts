import { PRIMARY_STRESS, SECONDARY_STRESS, VOWELS } from '../alphabet'

/** Phonemes with every primary stress made secondary. */
function demote(phonemes: string): string {
  return phonemes.replaceAll(PRIMARY_STRESS, SECONDARY_STRESS)
}

/** Phonemes without any stress. */
export function withoutStress(phonemes: string): string {
  return phonemes.replaceAll(PRIMARY_STRESS, '').replaceAll(SECONDARY_STRESS, '')
}

/** Phonemes with a primary stress: its secondary one raised, or set before the first vowel where it has none. */
export function emphasize(phonemes: string): string {
  if (phonemes.includes(PRIMARY_STRESS)) return phonemes
  if (phonemes.includes(SECONDARY_STRESS)) return phonemes.replace(SECONDARY_STRESS, PRIMARY_STRESS)
  const symbols = [...phonemes]
  const vowel = symbols.findIndex((symbol) => VOWELS.has(symbol))
  if (vowel < 0) return phonemes
  return [...symbols.slice(0, vowel), PRIMARY_STRESS, ...symbols.slice(vowel)].join('')
}

/** Only the last stress of a phrase stays primary, as in letters read out: "F B I" → ˌ ˌ ˈ. */
export function stressLast(phonemes: string): string {
  const last = phonemes.lastIndexOf(PRIMARY_STRESS)
  return last < 0 ? phonemes : demote(phonemes.slice(0, last)) + phonemes.slice(last)
}
