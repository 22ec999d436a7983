import { expect, test } from 'vitest'
import { chargeSentence, fixWords } from './charge'

test('says what a failed video has cost, and what is not known', () => {
  expect(chargeSentence({ provider: 'local', error_type: 'render_failed' })).toMatch(/^Nothing was charged/)
  expect(chargeSentence({ provider: 'boson', error_type: 'insufficient_quota' })).toMatch(
    /nothing was charged/,
  )
  expect(chargeSentence({ provider: 'boson', error_type: 'outcome_unknown' })).toMatch(/not known/)
  for (const error_type of ['render_failed', 'upstream_failed', 'cancelled', null])
    expect(chargeSentence({ provider: 'boson', error_type })).toMatch(/may have charged/)
})

test('offers a change where the same again would fail again', () => {
  expect(fixWords({ error_type: 'invalid_image_format' })).toBe('Choose another portrait')
  expect(fixWords({ error_type: 'render_failed' })).toBeNull()
})
