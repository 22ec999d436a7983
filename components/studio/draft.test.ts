import { expect, test } from 'vitest'
import { type Draft, readDraft } from './draft'

const EMPTY = readDraft('a', {})

test('a draft is read as it was kept', () => {
  const draft: Draft = {
    id: 'a',
    name: 'Welcome',
    begun: 17,
    deleted: 18,
    mode: 'recording',
    script: 'Hello!',
    voice: 'nora',
    size: '480x640',
    engine: 'boson',
    view: { x: 0.1, y: 0.2, zoom: 3 },
    face: { x: 0.4, y: 0.5 },
    trim: { from: 1, to: 2 },
    current: 'video_1',
    versionOf: 'video_0',
  }
  expect(readDraft('a', JSON.parse(JSON.stringify(draft)))).toEqual(draft)
})

test.each([
  ['nothing', null],
  ['no object', 'draft'],
  ['an older studio’s', { id: 'b', mood: 'good' }],
  ['of other kinds', { name: 1, begun: 'now', mode: 'song', script: {}, size: '1x1', current: 7 }],
  ['half a view, face and trim', { view: { x: 1, y: 1 }, face: { x: 1, y: null }, trim: [1, 2] }],
])('what makes no sense is left out: %s', (_, kept) => {
  expect(readDraft('a', kept)).toEqual(EMPTY)
})

test('what does make sense beside it stays', () => {
  expect(readDraft('a', { script: 'Kept', size: 'huge' })).toEqual({ ...EMPTY, script: 'Kept' })
})
