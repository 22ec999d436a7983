import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { MIXED_CASE, SILENT_MARKS, SPELLED, SPOKEN } from './cases/sounds-alike'
import { FrontEnd } from './front-end'

let frontEnd: FrontEnd
beforeAll(async () => {
  frontEnd = await FrontEnd.open(fileURLToPath(new URL('../../../../assets/voices', import.meta.url)))
})

async function sound(text: string): Promise<string> {
  const symbols = (await frontEnd.read(text)).flatMap((sentence) => sentence.symbols)
  return symbols.map(({ symbol }) => symbol.replace(/[ ˈˌ]/, '')).join('')
}

describe.each(Object.entries({ SPELLED, SPOKEN, MIXED_CASE, SILENT_MARKS }))('%s', (_, cases) => {
  it.each(cases)('%s sounds like %s', async (written, writtenOut) => {
    expect(await sound(written)).toBe(await sound(writtenOut))
  })
})
