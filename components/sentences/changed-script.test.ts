import { expect, test } from 'vitest'
import { changedScript, saidSentences } from './changed-script'

const SCRIPT = 'Hello there.  <|emotion:joy|>My name is Ellen!\n\nGood night. '
const WORDS = ['Hello', 'there.', 'My', 'name', 'is', 'Ellen!', 'Good', 'night.'].map((word, i) => ({
  word,
  start: i,
  end: i + 0.5,
}))

test('sentences of a script have the times of their words', () => {
  expect(saidSentences(SCRIPT, WORDS)).toMatchObject([
    { text: 'Hello there.', start: 0, end: 1.5 },
    { text: '<|emotion:joy|>My name is Ellen!', start: 2, end: 5.5 },
    { text: 'Good night.', start: 6, end: 7.5 },
  ])
  expect(saidSentences(SCRIPT, null)[1]).toMatchObject({ start: null })
  expect(saidSentences('Something else.', WORDS)).toMatchObject([{ text: 'Something else.', start: null }])
})

test('what is changed takes the place of its sentence, and everything between stays', () => {
  const sentences = saidSentences(SCRIPT, WORDS)
  expect(changedScript(SCRIPT, sentences, {})).toBe(SCRIPT.trim())
  expect(changedScript(SCRIPT, sentences, { 1: ' I am Ellen. ' })).toBe(
    'Hello there.  I am Ellen.\n\nGood night.',
  )
  expect(changedScript(SCRIPT, sentences, { 0: '', 2: 'Bye.' })).toBe(
    '<|emotion:joy|>My name is Ellen!\n\nBye.',
  )
})
