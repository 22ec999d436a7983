import { expect, test } from 'vitest'
import { speechSeconds } from './speech-seconds'

test('the estimate is near what the local voices measured', () => {
  const measured: [string, number][] = [
    [
      'Hello! A moment ago I was only a photograph. Write anything you like on this page, and I will say it for you.',
      6.96,
    ],
    ['The first time I looked down, I forgot every word I had prepared, and I simply said what I saw.', 5.9],
    ['In 1969 three people left for the moon; 2 of them walked on it.', 4.86],
    ['Is it late? It is. Are we tired? We are. Shall we go? Not yet.', 5.83],
    ['<|emotion:sadness|>I waited at the station until the last train had gone, and nobody came.', 4.92],
    [
      '<|prosody:speed_fast|>We have three minutes to pack, so take only what you can carry and run to the car.',
      4.15,
    ],
    [
      'The winner of this year’s prize is<|prosody:long_pause|> the little bakery on the corner.<|prosody:pause|> Congratulations to all of you.',
      6.78,
    ],
    [
      '<|sfx:sigh|>Ahh, I suppose we should begin again from the first page. <|prosody:speed_very_slow|>Slowly this time, please.',
      6.49,
    ],
    ['<|style:shouting|>Come back here, all of you! <|style:whispering|>Or do not, it is up to you.', 3.63],
  ]
  for (const [script, seconds] of measured) {
    expect(Math.abs(speechSeconds(script) / seconds - 1)).toBeLessThan(0.15)
  }
})

test('what cannot be heard takes no time', () => {
  for (const script of ['', '  \n', '…', '— !', '🙂🙂', '<|emotion:relief|>'])
    expect(speechSeconds(script)).toBe(0)
})
