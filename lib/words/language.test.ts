import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  ['de', 'en-GB,en;q=0.9', 'de'],
  ['en', 'de-DE', 'en'],
  ['klingon', 'de-DE', 'de'],
  [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  [undefined, 'fr-FR,fr;q=0.9,de;q=0.4,en;q=0.5', 'en'],
  [undefined, 'fr, de;q=0', 'en'],
  [undefined, 'EN-us', 'en'],
  [undefined, '*', 'en'],
  [undefined, ';;q=,,', 'en'],
  [undefined, null, 'en'],
] as const)('a choice of %s and a browser that asks for %s read %s', (choice, accept, language) => {
  expect(languageOf(choice, accept)).toBe(language)
})
