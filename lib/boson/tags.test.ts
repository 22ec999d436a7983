import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTags, TAGS } from './tags'

const names = (tags: readonly { name: string }[]) => tags.map((tag) => tag.name)

describe('TAGS', () => {
  it('holds the 43 documented tags, each once', () => {
    expect(TAGS).toHaveLength(43)
    expect(new Set(TAGS.map((tag) => tag.text)).size).toBe(43)
    const count = (category: string) => TAGS.filter((tag) => tag.category === category).length
    expect([count('emotion'), count('style'), count('sfx'), count('prosody')]).toEqual([21, 3, 9, 10])
  })
})

describe('parseTags', () => {
  it('keeps tags in force until one of the same group replaces them', () => {
    const segments = parseTags(
      '<|emotion:pride|><|prosody:speed_slow|>One. <|prosody:speed_fast|>Two. <|style:whispering|>Three.',
    )
    expect(segments.map((s) => (s.kind === 'text' ? [s.text, names(s.tags)] : s.kind))).toEqual([
      ['One. ', ['pride', 'speed_slow']],
      ['Two. ', ['pride', 'speed_fast']],
      ['Three.', ['pride', 'speed_fast', 'whispering']],
    ])
  })

  it('leaves pauses and sounds where they fall', () => {
    const segments = parseTags('Wait<|prosody:long_pause|> now. <|sfx:laughter|>Haha')
    expect(segments.map((s) => (s.kind === 'text' ? s.text : s.tag.name))).toEqual([
      'Wait',
      'long_pause',
      ' now. ',
      'laughter',
      'Haha',
    ])
  })

  it('leaves unknown tags in the text', () => {
    expect(parseTags('a <|emotion:joy|> b')).toEqual([
      { kind: 'text', text: 'a <|emotion:joy|> b', tags: [] },
    ])
  })

  it('gives nothing for nothing', () => {
    expect(parseTags('')).toEqual([])
    expect(parseTags('<|emotion:fear|>')).toEqual([])
  })

  it('loses no character and keeps no known tag', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...TAGS.map((tag) => tag.text), '<|x:y|>', '<|', '|>'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const script = pieces.join('')
        const segments = parseTags(script)
        const written = segments.map((s) => (s.kind === 'text' ? s.text : s.tag.text)).join('')
        const rest = TAGS.reduce((text, tag) => text.replaceAll(tag.text, ''), script)
        const start = (text: string) =>
          TAGS.filter((tag) => tag.place === 'start').reduce((t, tag) => t.replaceAll(tag.text, ''), text)
        expect(written).toBe(start(script))
        expect(
          segments
            .filter((s) => s.kind === 'text')
            .map((s) => s.text)
            .join(''),
        ).toBe(rest)
      }),
    )
  })
})
