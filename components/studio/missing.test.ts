import { expect, test } from 'vitest'
import { whatIsMissing } from './missing'

const photo = { file: new File([], 'a.jpg'), refusal: null }
const none = { file: null, refusal: null }
const script = (text: string) => ({ mode: 'script' as const, script: text })
const recording = { mode: 'recording' as const, script: '' }

test('says what is still needed, in the terms of the open tab', () => {
  expect(whatIsMissing(script(''), none, none)).toBe('Add a portrait and something to say.')
  expect(whatIsMissing(recording, none, none)).toBe('Add a portrait and a recording.')
  expect(whatIsMissing(script('Hello.'), none, none)).toBe('Add a portrait.')
  expect(whatIsMissing(script('🙂'), photo, none)).toBe('Write something to say.')
  expect(whatIsMissing(recording, photo, none)).toBe('Add a recording.')
})

test('asks for another input where one was refused', () => {
  expect(whatIsMissing(script('Hello.'), { ...photo, refusal: 'No face.' }, none)).toBe(
    'Choose another photo first.',
  )
  expect(whatIsMissing(recording, photo, { ...photo, refusal: 'Too long.' })).toBe('Use a shorter recording.')
  expect(whatIsMissing(script('a'.repeat(5001)), photo, none)).toBe('Shorten the script.')
})

test('nothing is missing when everything is there', () => {
  expect(whatIsMissing(script('Hello.'), photo, none)).toBeNull()
  expect(whatIsMissing(recording, photo, photo)).toBeNull()
})
