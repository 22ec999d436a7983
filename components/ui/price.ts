import type { Money } from '@/lib/videos/engine-offer'

/** Below this a price has more digits than its currency usually shows. */
const SMALL = 0.1

/** `$0.60`, `0,60 €`: an amount of money as the reader's language writes it (BCP 47; ISO 4217). */
export function money({ amount, currency }: Money, locale: string): string {
  const digits = amount > 0 && amount < SMALL ? { maximumSignificantDigits: 2 } : {}
  return amount.toLocaleString(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...digits,
  })
}
