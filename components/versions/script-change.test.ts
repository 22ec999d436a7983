import { expect, test } from 'vitest'
import { scriptChange } from './script-change'

const SCRIPT = 'Hello there. How are you? Good night.'

test.each([
  ['one sentence', 'Hello there. How is it going? Good night.', { kind: 'changed', sentences: [2] }],
  ['two', 'Hello there. Well? Bye.', { kind: 'changed', sentences: [2, 3] }],
  ['one more', `${SCRIPT} See you.`, { kind: 'added', count: 1 }],
  ['two less', 'How are you?', { kind: 'leftOut', count: 2 }],
  ['all of it', 'Something else. Altogether. Really.', { kind: 'rewritten' }],
])('%s', (_, after, change) => {
  expect(scriptChange(SCRIPT, after)).toEqual(change)
})
