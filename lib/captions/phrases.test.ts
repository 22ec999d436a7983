import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subRip, webVtt } from './caption-files'
import { phrases, withoutTags } from './phrases'
import { speechSeconds } from './speech-seconds'

test('phrases follow each other without a gap, fill the film, and together are what is heard', () => {
  const scripts = fc
    .array(
      fc.constantFrom('Hello', 'there,', 'a', '— ', '🙂', 'end.', 'word', '\n\n', '<|sfx:sigh|>', '“quoted”'),
    )
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(scripts, fc.double({ min: 0.1, max: 60, noNaN: true }), (script, seconds) => {
      const cues = phrases(script, seconds)
      if (speechSeconds(script) === 0) {
        expect(cues).toEqual([])
        return
      }
      expect(cues.map(({ text }) => text).join('')).toBe(withoutTags(script))
      expect(cues[0].start).toBe(0)
      expect(cues.at(-1)?.end).toBeCloseTo(seconds, 6)
      for (const [i, cue] of cues.entries()) {
        expect(cue.end).toBeGreaterThan(cue.start)
        if (i > 0) expect(cue.start).toBe(cues[i - 1].end)
      }
    }),
  )
})

test('a long sentence is broken after a comma, and a word longer than a phrase somewhere', () => {
  const texts = phrases(`${'and so it went on, '.repeat(12)}until the end.`, 20).map(({ text }) => text)
  expect(texts.length).toBeGreaterThan(2)
  expect(texts.slice(0, -1).every((text) => text.endsWith(', '))).toBe(true)
  expect(phrases('x'.repeat(300), 10).map(({ text }) => text.length)).toEqual([84, 84, 84, 48])
})

test('captions keep their text whole and their times readable', () => {
  const file = webVtt([
    { start: 0, end: 1.5, text: 'Fish & <chips>.\n' },
    { start: 1.5, end: 61.25, text: 'Then\n\nnothing.' },
  ])
  expect(file).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nFish &amp; &lt;chips&gt;.\n\n00:00:01.500 --> 00:01:01.250\nThen nothing.\n',
  )
})

test('a SubRip file numbers its cues and writes a comma', () => {
  const cues = [
    { start: 0.5, end: 1, text: ' One. ' },
    { start: 1, end: 2, text: ' \n' },
    { start: 3661.007, end: 3662, text: '<Two>' },
  ]
  expect(subRip(cues)).toBe(
    '1\n00:00:00,500 --> 00:00:01,000\nOne.\n\n2\n01:01:01,007 --> 01:01:02,000\n<Two>\n',
  )
})

test('where the words have times, each phrase begins with its first word and stays until the next is near', () => {
  const words = [
    { word: 'Well,', start: 0.2, end: 0.5 },
    { word: 'hello.', start: 0.5, end: 1 },
    { word: 'Is', start: 1.4, end: 1.6 },
    { word: 'it', start: 1.6, end: 1.7 },
    { word: '9:30?', start: 1.7, end: 2.5 },
    { word: 'No.', start: 5, end: 5.4 },
  ]
  expect(phrases('<|style:whispering|>Well, hello. Is it 9:30?\n\nNo.', 6, words)).toEqual([
    { start: 0.2, end: 1.4, text: 'Well, hello. ' },
    { start: 1.4, end: 3, text: 'Is it 9:30?\n\n' },
    { start: 5, end: 6, text: 'No.' },
  ])
  const joined = [
    { word: 'New York', start: 0.3, end: 0.9 },
    { word: '— yes.', start: 1, end: 1.4 },
    { word: 'Now.', start: 3, end: 3.5 },
  ]
  expect(phrases('New York — yes. Now.', 4, joined).map(({ start }) => start)).toEqual([0.3, 3])
  const others = words.slice(1)
  expect(phrases('Well, hello. Is it 9:30? No.', 6, others)[0]?.start).toBe(0)
})
