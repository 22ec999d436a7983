import type { SpokenSymbol } from '../alphabet'

/** Symbols of the studio's alphabet that espeak-ng's American English (`en-us`, `--ipa`) writes otherwise. */
const AS_ESPEAK: Readonly<Record<string, string>> = {
  A: 'eɪ',
  I: 'aɪ',
  W: 'aʊ',
  Y: 'ɔɪ',
  O: 'oʊ',
  Q: 'əʊ',
  u: 'uː',
  ɑ: 'ɑː',
  ɔ: 'ɔː',
  ɜ: 'ɜː',
  e: 'eɪ',
  ɨ: 'ᵻ',
  ᵊ: 'ə',
  ʤ: 'dʒ',
  ʧ: 'tʃ',
  T: 'ɾ',
  '—': ',',
  '…': '.',
  '(': ',',
  ')': ',',
  '"': '',
  '“': '',
  '”': '',
}

/** Pairs that are one sound there. */
const PAIRS: Readonly<Record<string, string>> = { ɜɹ: 'ɜː', əɹ: 'ɚ', ᵊɹ: 'ɚ' }

/**
 * English as the front end reads it, in the IPA of `espeak-ng -v en-us`, which Piper's voices were trained on: their
 * voices speak English where no espeak-ng is installed, too.
 */
export function espeakPhonemes(symbols: readonly Pick<SpokenSymbol, 'symbol'>[]): string {
  let phonemes = ''
  for (let i = 0; i < symbols.length; i++) {
    const { symbol } = symbols[i]
    const pair = PAIRS[symbol + (symbols[i + 1]?.symbol ?? '')]
    if (pair) i++
    const stressed = phonemes.endsWith('ˈ') || phonemes.endsWith('ˌ')
    phonemes += pair ?? (symbol === 'i' && stressed ? 'iː' : (AS_ESPEAK[symbol] ?? symbol))
  }
  return phonemes
}
