import { expect, test } from 'vitest'
import { money } from './price'

test.each([
  [0.6, 'USD', 'en-GB', '$0.60'],
  [12.345, 'EUR', 'de-DE', '12,35 €'],
  [0.0123, 'USD', 'en-GB', '$0.012'],
  [0, 'USD', 'en-GB', '$0.00'],
  [150, 'JPY', 'en-GB', '¥150'],
])('%d %s in %s', (amount, currency, locale, text) => {
  expect(money({ amount, currency }, locale).replaceAll('\u00a0', ' ')).toBe(text)
})
