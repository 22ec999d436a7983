import type { PiperConfig } from './piper-config'

/** Begin, end and gap of what Piper's networks take. */
const BEGIN = '^'
const END = '$'
const GAP = '_'

/** The most ids one run takes: what lies beyond costs memory without measure. */
export const MOST_IDS = 4000

/**
 * Phonemes → ids of a Piper voice: one code point after the other (NFD, so that a nasal vowel is a vowel and a tilde), a
 * gap after each, between begin and end.
 * @returns the ids, and the symbols the voice does not know, which are left out; a letter in upper case counts as the
 *   lower one where only that is known.
 */
export function piperIds(
  phonemes: string,
  { phoneme_id_map: map }: Pick<PiperConfig, 'phoneme_id_map'>,
): { ids: number[]; unknown: string[] } {
  const gap = map[GAP] ?? []
  const ids = [...(map[BEGIN] ?? []), ...gap]
  const unknown: string[] = []
  for (const symbol of phonemes.normalize('NFD')) {
    const known = map[symbol] ?? map[symbol.toLowerCase()]
    if (known) ids.push(...known, ...gap)
    else unknown.push(symbol)
  }
  return { ids: [...ids.slice(0, MOST_IDS), ...(map[END] ?? [])], unknown }
}
