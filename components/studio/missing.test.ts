import { expect, test } from 'vitest'
import { whatIsMissing } from './missing'

const photo = { file: new File([], 'a.jpg'), refusal: null }
const none = { file: null, refusal: null }
const script = (text: string) => ({ mode: 'script' as const, script: text })
const recording = { mode: 'recording' as const, script: '' }

test('says what is still needed, in the terms of the open tab', () => {
  expect(whatIsMissing(script(''), none, none)).toBe('portraitAndScript')
  expect(whatIsMissing(recording, none, none)).toBe('portraitAndRecording')
  expect(whatIsMissing(script('Hello.'), none, none)).toBe('portrait')
  expect(whatIsMissing(script('🙂'), photo, none)).toBe('script')
  expect(whatIsMissing(recording, photo, none)).toBe('recording')
})

test('asks for another input where one was refused', () => {
  expect(whatIsMissing(script('Hello.'), { ...photo, refusal: 'No face.' }, none)).toBe('otherPhoto')
  expect(whatIsMissing(recording, photo, { ...photo, refusal: 'Too long.' })).toBe('shorterRecording')
  expect(whatIsMissing(script('a'.repeat(5001)), photo, none)).toBe('shorterScript')
})

test('nothing is missing when everything is there', () => {
  expect(whatIsMissing(script('Hello.'), photo, none)).toBeNull()
  expect(whatIsMissing(recording, photo, photo)).toBeNull()
})
