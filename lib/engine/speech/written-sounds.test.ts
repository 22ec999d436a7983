import { describe, expect, it } from 'vitest'
import { withoutWrittenSound } from './written-sounds'

describe('withoutWrittenSound', () => {
  it.each([
    ['laughter', 'Haha, that was close.', 'that was close.'],
    ['laughter', 'Ha ha ha! No.', 'No.'],
    ['laughter', 'Hehehe… you', 'you'],
    ['laughter', '*laughs softly* You', 'You'],
    ['cough', 'Ahem. Ladies and gentlemen', 'Ladies and gentlemen'],
    ['crying', 'Boo hoo! Why?', 'Why?'],
    ['screaming', 'Aaaargh!', ''],
    ['burping', 'Buuurp. Excuse me.', 'Excuse me.'],
    ['humming', 'Hmm hm hmmm, nice.', 'nice.'],
    ['sigh', 'Ahh… fine', 'fine'],
    ['sniff', 'Sniff, sniff. I am fine.', 'I am fine.'],
    ['sneeze', 'Ah-choo! Sorry.', 'Sorry.'],
  ])('%s: takes the sound off %j', (sound, text, rest) => {
    expect(withoutWrittenSound(sound, text).trim()).toBe(rest)
  })

  it.each([
    ['laughter', 'He said so.'],
    ['laughter', 'Hi there.'],
    ['laughter', 'Half of it is gone.'],
    ['laughter', 'Ho Chi Minh City is large.'],
    ['cough', 'Cough medicine is cheap.'],
    ['crying', 'Who are you?'],
    ['screaming', 'A house fell down.'],
    ['burping', 'Burpees are hard.'],
    ['humming', 'La Paz is high up.'],
    ['humming', 'Hummus is tasty.'],
    ['sigh', 'Sigh no more, ladies.'],
    ['sigh', 'Oh, I see.'],
    ['sniff', 'Sniff the roses.'],
    ['sneeze', 'A choice must be made.'],
  ])('%s: leaves words alone: %j', (sound, text) => {
    expect(withoutWrittenSound(sound, text)).toBe(text)
  })
})
