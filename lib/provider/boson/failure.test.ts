import { expect, it } from 'vitest'
import { failureOf, isSpeechFailure } from './failure'

const type = (reason: string | null, typed: string | null = null) => failureOf(reason, typed).type

it('tells a voice nobody knows from speech that failed, and that from all else', () => {
  const unknown = 'tts stream failed: 400 Unknown voice'
  expect(type(unknown)).toBe('unknown_voice')
  expect(type('Voice "nobody" not found')).toBe('unknown_voice')
  expect(isSpeechFailure(failureOf(unknown, null))).toBe(false)
  for (const reason of [
    'tts stream failed',
    'TTS 429: all replicas busy',
    'Audio encoding error',
    'Speech synthesis died',
  ])
    expect(isSpeechFailure(failureOf(reason, null)), reason).toBe(true)
  for (const reason of ['CUDA error: out of memory', 'No face in the picture', null, ''])
    expect(isSpeechFailure(failureOf(reason, null)), String(reason)).toBe(false)
})

it('says what another studio says of an input in its own words', () => {
  expect(failureOf('The recording is too long.', 'audio_too_long')).toMatchObject({
    type: 'audio_too_long',
    message: 'The recording is too long.',
  })
  expect(type('You cancelled this video.', 'cancelled')).toBe('upstream_failed')
  expect(type('It broke', 'no_such_type')).toBe('upstream_failed')
})

it('is one sentence, whatever the upstream says', () => {
  const { message } = failureOf(`CUDA error:\n${'x'.repeat(5000)}`, null)
  expect(message).toMatch(/^The upstream could not make this video: CUDA error: x+….?$/)
  expect(message.length).toBeLessThan(400)
  expect(failureOf(null, null).message).toMatch(/no reason\.$/)
})
