import { describe, expect, it } from 'vitest'
import { respelled, wordsAsWritten } from './respelled'

const pronunciations = [
  { word: 'Nguyen', saidAs: 'win' },
  { word: 'Siobhan', saidAs: 'shi-VAWN' },
  { word: 'boss', saidAs: 'big fox' },
  { word: 'New York', saidAs: 'noo yawk city' },
  { word: 'happy', saidAs: 'hoppy' },
  { word: 'Kokoro', saidAs: '/kˈOkəɹO/' },
]

it.each([
  ['Nguyen and the Nguyens', 'win and the wins'],
  ['Siobhan’s boss', 'shi-vawn’s big-fox'],
  ['Two bosses', 'Two big-foxes'],
  ['In New York', 'In noo yawk-city'],
  ['<|emotion:happy|>So happy.', '<|emotion:happy|>So hoppy.'],
  ['Kokoro, [Nguyen](/ŋwˈin/)', 'Kokoro, win'],
  ['Nothing of it', 'Nothing of it'],
])('%s is sent as %s', (text, sent) => {
  expect(respelled({ text, pronunciations })).toBe(sent)
})

describe('the words of what was respelled', () => {
  const timed = (text: string) => text.split(' ').map((word, i) => ({ word, start: i, end: i + 1 }))

  it('are those written, at the times of those said', () => {
    const script = { text: '<|emotion:pride|>Nguyen’s boss, Siobhan.', pronunciations }
    const words = wordsAsWritten(timed('win’s big-fox, shi-vawn.'), script)
    expect(words).toEqual(timed('Nguyen’s boss, Siobhan.'))
  })

  it('are as they came where nothing was respelled', () => {
    const words = timed('any word at all')
    expect(wordsAsWritten(words, { text: 'Hello.', pronunciations })).toBe(words)
  })

  it('are unknown where they are not as many', () => {
    expect(wordsAsWritten(timed('win'), { text: 'Hello, Nguyen.', pronunciations })).toBeNull()
    expect(wordsAsWritten(null, { text: 'Hello, Nguyen.', pronunciations })).toBeNull()
  })
})
