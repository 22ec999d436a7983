import { expect, test } from 'vitest'
import { TAGS } from '@/lib/boson/tags'
import { directionWords } from '@/lib/words/directions'
import { directionOf, findDirections } from './directions'

const { en, de } = directionWords

test('every tag has a name of its own in every language', () => {
  for (const words of [en, de]) {
    expect(Object.keys(words.tags).sort()).toEqual(TAGS.map(({ name }) => name).sort())
    expect(new Set(Object.values(words.tags)).size).toBe(TAGS.length)
    expect(findDirections('', words).flatMap(({ directions }) => directions)).toHaveLength(TAGS.length)
  }
  expect(directionOf('<|emotion:nobody|>', en)).toBeUndefined()
})

test('a direction is found by what it is called here, and by the name of its tag', () => {
  const found = (wanted: string, words: typeof en) =>
    findDirections(wanted, words).flatMap(({ directions }) => directions.map(({ tag }) => tag.name))
  expect(found('langsam', de)).toEqual(['speed_very_slow', 'speed_slow'])
  expect(found('speed fast', de)).toEqual(['speed_fast'])
  expect(found('very slow', en)).toEqual(['speed_very_slow'])
})
