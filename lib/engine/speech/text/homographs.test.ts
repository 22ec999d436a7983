import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOMOGRAPHS } from './cases/homographs'
import { FrontEnd } from './front-end'

let frontEnd: FrontEnd
beforeAll(async () => {
  frontEnd = await FrontEnd.open(fileURLToPath(new URL('../../../../assets/voices', import.meta.url)))
})

/** The sounds a word has in a text, in order. */
async function soundsOf(wanted: string, text: string): Promise<string> {
  const sounds = new Map<object, string>()
  for (const { symbols } of await frontEnd.read(text)) {
    for (const { symbol, word } of symbols) {
      if (word?.text.toLowerCase() === wanted) sounds.set(word, (sounds.get(word) ?? '') + symbol)
    }
  }
  return [...sounds.values()].join(' ')
}

describe('homographs', () => {
  const cases = Object.entries(HOMOGRAPHS).flatMap(([word, readings]) =>
    Object.entries(readings).flatMap(([sound, texts]) => texts.map((text) => [text, word, sound] as const)),
  )
  it.each(cases)('%s %s → %s', async (text, word, sound) => {
    expect(await soundsOf(word, text)).toBe(sound)
  })
})
