import { expect, test } from 'vitest'
import { chargeOf, fixOf } from './charge'

test('says what a failed video has cost, and what is not known', () => {
  expect(chargeOf({ provider: 'local', error_type: 'render_failed' })).toBe('free')
  expect(chargeOf({ provider: 'boson', error_type: 'insufficient_quota' })).toBe('refused')
  expect(chargeOf({ provider: 'boson', error_type: 'outcome_unknown' })).toBe('unknown')
  for (const error_type of ['render_failed', 'upstream_failed', 'cancelled', null])
    expect(chargeOf({ provider: 'boson', error_type })).toBe('begun')
})

test('offers a change where the same again would fail again', () => {
  expect(fixOf({ error_type: 'invalid_image_format' })).toBe('portrait')
  expect(fixOf({ error_type: 'render_failed' })).toBeNull()
})
