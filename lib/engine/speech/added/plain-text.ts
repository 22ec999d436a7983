import { withoutPronunciations } from '@/lib/boson/pronunciations'
import { cleanCharacters } from '../text/characters'

/** A text for `espeak-ng`: written pronunciations are English, and what stands in `[[ ]]` it takes for phonemes. */
export function plainText(text: string): string {
  return cleanCharacters(withoutPronunciations(text)).replace(/\[\[|\]\]/g, ' ')
}
