import { createElement } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import type { Language } from '@/lib/words/language'
import { LanguageProvider } from './language'
import { ServerSentence } from './server-sentence'

/** What stands in the page as it comes from the server. */
async function shown(sentence: string, language: Language): Promise<string> {
  const said = createElement(ServerSentence, { sentence })
  const { prelude } = await prerender(LanguageProvider({ language, children: said }))
  return (await new Response(prelude).text()).replace(/<!--.*?-->/g, '')
}

test.each([
  [
    'There is no such video. It may have been deleted.',
    'en',
    'There is no such video. It may have been deleted.',
  ],
  [
    'There is no such video. It may have been deleted.',
    'de',
    'Dieses Video gibt es nicht. Vielleicht wurde es gelöscht.',
  ],
  ['GPU lost', 'en', 'GPU lost'],
  ['GPU lost', 'de', '<span lang="en">GPU lost</span>'],
  [
    'The upstream could not make this video: GPU lost.',
    'de',
    'Boson konnte dieses Video nicht machen: <span lang="en">GPU lost.</span>',
  ],
] as const)('%s is shown in %s', async (sentence, language, html) => {
  expect(await shown(sentence, language)).toBe(html)
})
