import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sentenceWith } from './sentence'

const shown = (sentence: (...places: string[]) => string) =>
  renderToStaticMarkup(
    createElement('p', null, sentenceWith(sentence, createElement('b', null, 'Ada'), createElement('i'))),
  )

test('elements stand where the language wants them, in any order', () => {
  expect(shown((name, time) => `By ${name}, ${time}.`)).toBe('<p>By <b>Ada</b>, <i></i>.</p>')
  expect(shown((name, time) => `${time} von ${name}`)).toBe('<p><i></i> von <b>Ada</b></p>')
})
