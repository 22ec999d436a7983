import { expect, test } from 'vitest'
import { asSaid, sentenceAt, wordAt } from './sentences'

const SCRIPT =
  '<|emotion:sadness|>It rained.<|prosody:pause|> Dr. Nguyen stayed! <|sfx:sigh|>Ahh, well.\n\n<|style:whispering|>Good night  '

const at = (script: string, caret: number) => {
  const { from, to } = sentenceAt(script, caret)
  return script.slice(from, to).trim()
}

test('the sentence at the caret comes with the tags before it, and none is split', () => {
  expect(at(SCRIPT, 0)).toBe('<|emotion:sadness|>It rained.')
  expect(at(SCRIPT, SCRIPT.indexOf('stayed'))).toBe('<|prosody:pause|> Dr. Nguyen stayed!')
  expect(at(SCRIPT, SCRIPT.indexOf('Ahh'))).toBe('<|sfx:sigh|>Ahh, well.')
  for (const caret of [SCRIPT.indexOf('night'), SCRIPT.length])
    expect(at(SCRIPT, caret)).toBe('<|style:whispering|>Good night')
})

test('every caret has a sentence where anything is written', () => {
  for (let caret = 0; caret <= SCRIPT.length; caret++) expect(at(SCRIPT, caret)).toMatch(/[a-z]/)
  expect(at('', 0)).toBe('')
})

test('a sentence is said as directed before it', () => {
  const said = (word: string) => asSaid(SCRIPT, sentenceAt(SCRIPT, SCRIPT.indexOf(word)))
  expect(said('rained')).toBe('<|emotion:sadness|>It rained.')
  expect(said('stayed')).toBe('<|emotion:sadness|><|prosody:pause|> Dr. Nguyen stayed!')
  expect(said('night')).toBe('<|emotion:sadness|><|style:whispering|>Good night')
})

test('a word is what is selected, or what the caret touches', () => {
  const caret = SCRIPT.indexOf('Nguyen')
  expect(wordAt(SCRIPT, { from: caret + 6, to: caret + 6 })).toBe('Nguyen')
  expect(wordAt(SCRIPT, { from: SCRIPT.indexOf('rained'), to: caret + 6 })).toBe('rained. Dr. Nguyen')
  expect(wordAt(SCRIPT, { from: 3, to: 3 })).toBe('')
  expect(wordAt("O'Brien’s AT&T", { from: 0, to: 0 })).toBe("O'Brien’s")
})
