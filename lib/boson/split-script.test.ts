import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitScript, spokenCharacters } from './split-script'
import { parseTags, TAGS } from './tags'

/** Each character that is heard with the tags in force over it, and each pause and sound, in order. */
function heard(script: string): string[] {
  return parseTags(script).flatMap((segment) => {
    if (segment.kind !== 'text') return [segment.tag.text]
    const tags = segment.tags.map((tag) => tag.text).sort()
    return [...segment.text.replaceAll(/\s/g, '')].map((character) => `${character} ${tags}`)
  })
}

const sentence = (words: number, word = 'word') =>
  `Every ${Array.from({ length: words - 1 }, () => word).join(' ')}. `

describe('splitScript', () => {
  it('leaves a short script as it is', () => {
    const script = `  <|emotion:pride|>${'x'.repeat(290)} . `
    expect(splitScript(script)).toEqual([script])
  })

  it('cuts at sentence ends, and nowhere else where it need not', () => {
    const script = sentence(20) + sentence(30) + sentence(20) + sentence(20)
    expect(splitScript(script).map((part) => part.split('. ').length)).toEqual([2, 2])
    expect(splitScript(script).every((part) => part.endsWith('.'))).toBe(true)
  })

  it('takes neither a title nor a number for the end of a sentence', () => {
    const script = `${sentence(40)}We met Dr. Ada Lovelace who said 3.5 is more than 3.4 and that ${sentence(20)}`
    expect(splitScript(script)[1]).toMatch(/^We met Dr. Ada/)
  })

  it('cuts a long sentence at a clause, else at a space, else where it must', () => {
    const long = (text: string) => splitScript(text, 20)
    expect(long('one two three, four five six seven eight')).toEqual([
      'one two three,',
      'four five six seven',
      'eight',
    ])
    expect(long('漢'.repeat(45))).toEqual(['漢'.repeat(20), '漢'.repeat(20), '漢'.repeat(5)])
    expect(long('一二三四五六七八九十一二。一二三四五六七八九十。一二三四五。')).toHaveLength(2)
  })

  it('repeats the tags in force in front of each part', () => {
    const [first, second, third] = splitScript(
      `<|emotion:pride|><|prosody:speed_slow|>${sentence(50)}<|prosody:speed_fast|>${sentence(50)}${sentence(50)}`,
    )
    expect(first).toMatch(/^<\|emotion:pride\|><\|prosody:speed_slow\|>Every/)
    expect(second).toMatch(/^<\|emotion:pride\|><\|prosody:speed_fast\|>Every/)
    expect(third).toMatch(/^<\|emotion:pride\|><\|prosody:speed_fast\|>Every/)
  })

  it('leaves pauses where they fall and sounds before their words', () => {
    const [first, second] = splitScript(
      `${sentence(50).trim()}<|prosody:long_pause|> <|sfx:laughter|>Haha, ${sentence(50)}`,
    )
    expect(first).toMatch(/\.<\|prosody:long_pause\|>$/)
    expect(second).toMatch(/^<\|sfx:laughter\|>Haha/)
  })

  const piece = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('Hello there. ', 'Dr. No, ', 'why? ', 'and so on and so on ', '“Yes!” '),
    },
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(...TAGS.map((tag) => tag.text), '<|x: y. z|>', '<|', '|>', '漢字。', '\n\n'),
  )

  it('says the same, in parts that are not too long', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 40, max: 300 }), (pieces, most) => {
        const script = pieces.join('')
        const parts = splitScript(script, most)
        expect(parts.flatMap(heard)).toEqual(heard(script))
        for (const part of parts.length > 1 ? parts : []) {
          expect(spokenCharacters(part)).toBeLessThanOrEqual(most + 50)
          expect(part).toMatch(/\S/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
