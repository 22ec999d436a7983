import fc from 'fast-check'
import { expect, it } from 'vitest'
import { embedCode } from './embed-code'
import { type EmbedOptions, embedQuery, PLAIN_EMBED, readEmbedOptions, readTime } from './embed-options'

it.each([
  ['12', 12],
  ['12.5', 12.5],
  ['12s', 12],
  ['1m5s', 65],
  ['2m', 120],
  ['1:05', 65],
  ['', 0],
  ['-3', 0],
  ['soon', 0],
  [['1', '2'], 0],
  [undefined, 0],
])('?t=%s begins at %d s', (text, seconds) => {
  expect(readTime(text)).toBe(seconds)
})

it('what is written into an address is read from it', () => {
  const options: fc.Arbitrary<EmbedOptions> = fc
    .record({
      autoplay: fc.boolean(),
      muted: fc.boolean(),
      loop: fc.boolean(),
      captions: fc.boolean(),
      start: fc.integer({ min: 0, max: 3600 }),
      theme: fc.constantFrom('stage', 'paper'),
    })
    .map((chosen) => ({ ...chosen, muted: chosen.muted || chosen.autoplay }))
  fc.assert(
    fc.property(options, (chosen) => {
      expect(readEmbedOptions(Object.fromEntries(new URLSearchParams(embedQuery(chosen))))).toEqual(chosen)
    }),
  )
  expect(embedQuery(PLAIN_EMBED)).toBe('')
})

it('a film that begins by itself does so silently, with captions', () => {
  expect(readEmbedOptions({ autoplay: '1', muted: '0' })).toMatchObject({ muted: true, captions: true })
  expect(readEmbedOptions({ autoplay: '1', captions: '0' })).toMatchObject({ captions: false })
})

it('a title cannot get out of the code it is in', () => {
  const film = { src: 'http://studio/embed/x?a=1&t=2', width: 640, height: 480 }
  const code = embedCode({ ...film, title: '"><script>alert(1)</script>' })
  expect(code).not.toContain('<script')
  expect(code).toContain('a=1&amp;t=2')
  expect(code.match(/</g)).toHaveLength(2)
})
