import { expect, test } from 'vitest'
import { versionOf } from './version-of'

const shown = { id: 'video_1', status: 'completed', script: 'Hello there. How are you?' } as const
const after = (script: string, change: object = {}) =>
  versionOf({ mode: 'script', script }, { ...shown, ...change })

test('what says a sentence again is another version, and so is what comes after a failure', () => {
  expect(after('Hello there. Good night.')).toBe('video_1')
  expect(after(shown.script)).toBe('video_1')
  expect(after('Something new.')).toBeNull()
  expect(after('Something new.', { status: 'failed' })).toBe('video_1')
  expect(after('Hello there.', { script: null })).toBeNull()
  expect(versionOf({ mode: 'recording', script: shown.script }, shown)).toBeNull()
  expect(versionOf({ mode: 'script', script: 'Hello.' }, undefined)).toBeNull()
})
