import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RATES, readPreferences } from './preferences'

test('what was kept is read again', () => {
  const kept = { volume: 0.4, rate: 1.5, captions: false, keys: false }
  expect(readPreferences(JSON.stringify(kept))).toEqual(kept)
})

test('whatever lies in storage, a player can work with what is read', () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.constant(null), fc.constant('{"rate":99,"volume":-1}'))
  fc.assert(
    fc.property(anything, (text) => {
      const { volume, rate, captions, keys } = readPreferences(text)
      return volume >= 0 && volume <= 1 && RATES.includes(rate) && captions === null && keys
    }),
  )
})
