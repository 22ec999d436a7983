import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createSpeaker } from './speak'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../assets/voices', import.meta.url)),
})
const SCRIPT =
  'Stop. Go! We waited, and <|emotion:anger|>waited and waited, <|style:whispering|>until it was dark. <|prosody:pause|>\n' +
  'A man came by; he asked <|style:shouting|>who we were! <|sfx:sigh|> <|emotion:sadness|>Nobody answered. '.repeat(
    3,
  )

/** Samples of silence that tell a joint from a zero crossing: a millisecond. */
const SILENCE = 24
/** Where speech and silence meet, as indices of the samples there. */
function joints(samples: Float32Array): number[] {
  const found: number[] = []
  let silent = 0
  for (let i = 0; i < samples.length; i++) {
    if (samples[i] === 0) silent++
    else {
      if (silent >= SILENCE) found.push(i - silent, i)
      silent = 0
    }
  }
  return found
}

it.each(['default', 'marcus'])('%s begins and ends every run without a click', async (voice) => {
  const { samples } = await speaker.speak(SCRIPT, { voice, seed: 1 })
  const found = joints(samples)
  expect(found.length).toBeGreaterThan(24)
  const steps = found.map((at) => {
    const around = samples.subarray(Math.max(0, at - SILENCE), at + SILENCE)
    return around.reduce((most, x, i) => Math.max(most, Math.abs(x - (around[i - 1] ?? x))), 0)
  })
  // −54 dBFS; a step of speech at full level cut off would be a hundred times as large.
  expect(Math.max(...steps)).toBeLessThan(0.002)
})
