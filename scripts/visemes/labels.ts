import type { Phone } from '@/lib/engine/types'
import { MEL_RATE } from '@/lib/engine/visemes/log-mel'
import { VISEMES, type Viseme } from '@/lib/engine/visemes/viseme-network'

/** Which sounds each class covers; diphthongs are of the class they begin in. Anything else is silence. */
const SOUNDS: [Viseme, string][] = [
  ['PP', 'pbm'],
  ['FF', 'fv'],
  ['TH', 'θð'],
  ['DD', 'tdnlTɾ'],
  ['kk', 'kɡŋhʔx'],
  ['CH', 'ʃʒʧʤ'],
  ['SS', 'sz'],
  ['RR', 'ɹrɜɚ'],
  ['aa', 'ɑaæʌɐIW'],
  ['E', 'əᵊɛeA'],
  ['I', 'ɪᵻij'],
  ['O', 'ɔɒOoY'],
  ['U', 'uʊwQ'],
]
const CLASS_OF = new Map(
  SOUNDS.flatMap(([viseme, symbols]) => [...symbols].map((symbol) => [symbol, VISEMES.indexOf(viseme)])),
)

/** The class of every 10 ms. The time of a stress mark belongs to the vowel behind it. */
export function visemeLabels(phones: readonly Phone[], frames: number): Uint8Array {
  const labels = new Uint8Array(frames)
  let stressStart: number | undefined
  for (const { symbol, start, end } of phones) {
    if ('ˈˌ'.includes(symbol)) {
      stressStart ??= start
      continue
    }
    const from = Math.round((stressStart ?? start) * MEL_RATE)
    labels.fill(CLASS_OF.get(symbol) ?? 0, from, Math.round(end * MEL_RATE))
    stressStart = undefined
  }
  return labels
}
