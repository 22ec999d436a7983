import { expect, test } from 'vitest'
import { type StudioVideo, studioVideoSchema, type VideoList } from '@/lib/boson/schemas'
import { countNew, type Pages, updated, videosIn, withHead, without, withReturned } from './video-pages'

/** A video named by when it was made. */
function video(at: number, change: Partial<StudioVideo> = {}): StudioVideo {
  const nothing = Object.fromEntries(Object.keys(studioVideoSchema.shape).map((field) => [field, null]))
  return studioVideoSchema.parse({
    ...nothing,
    id: `video_${at}`,
    object: 'video',
    model: 'm',
    status: 'completed',
    progress: 100,
    size: '640x640',
    created_at: at,
    title: `t${at}`,
    stage: 'waiting',
    notices: [],
    tags: [],
    provider: 'local',
    created_by: 'Ada',
    created_by_id: 'a',
    ...change,
    words: null,
    captions: null,
  })
}

function page(ats: number[], more = true): VideoList {
  const data = ats.map((at) => video(at))
  const ends = { first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
  return { object: 'list', data, has_more: more, ...ends, next_cursor: more ? `after ${ats.at(-1)}` : null }
}

const loaded = (...pages: VideoList[]): Pages => ({ pages, pageParams: pages.map(() => null) })
const moments = (pages: Pages) => videosIn(pages).map(({ created_at }) => created_at)
const cursor = (pages: Pages) => pages.pages.at(-1)?.next_cursor

const list = loaded(page([9, 8, 7]), page([6, 5, 4]))

test('new videos come in at the beginning, and the list goes on where it stood', () => {
  const after = withHead(list, page([11, 10, 9]))
  expect(moments(after)).toEqual([11, 10, 9, 8, 7, 6, 5, 4])
  expect(cursor(after)).toBe('after 4')
  expect(countNew(list, page([11, 10, 9]))).toBe(2)
})

test('videos that are gone leave, and the one that moves up is there once', () => {
  expect(moments(withHead(list, page([9, 7, 6])))).toEqual([9, 7, 6, 5, 4])
  const short = loaded(page([9, 8, 7]))
  expect(moments(withHead(short, page([9, 8, 6])))).toEqual([9, 8, 6])
  expect(moments(withHead(list, page([9, 8], false)))).toEqual([9, 8])
  expect(moments(withHead(list, page([], false)))).toEqual([])
  expect(countNew(list, page([9, 7, 6]))).toBe(0)
})

test('where more is new than the head can tell, the list begins again', () => {
  const after = withHead(list, page([15, 14, 13]))
  expect(moments(after)).toEqual([15, 14, 13])
  expect(cursor(after)).toBe('after 13')
  expect(moments(withHead(loaded(page([], false)), page([1], false)))).toEqual([1])
})

test('a list in which nothing changed is the same list', () => {
  expect(withHead(list, page([9, 8, 7]))).toBe(list)
  expect(updated(list, [video(5), video(99)])).toBe(list)
  expect(without(list, new Set(['video_99']))).toBe(list)
})

test('what is newly known takes its place, and the other pages stay as they are', () => {
  const after = updated(list, [video(5, { title: 'renamed' })])
  expect(videosIn(after)[4].title).toBe('renamed')
  expect(after.pages[0]).toBe(list.pages[0])
  expect(moments(without(list, new Set(['video_8', 'video_4'])))).toEqual([9, 7, 6, 5])
  expect(
    videosIn(
      withHead(list, { ...page([9, 8, 7]), data: [video(9, { title: 'new' }), video(8), video(7)] }),
    )[0].title,
  ).toBe('new')
})

test('what comes back takes its old place, if that is loaded', () => {
  const returned = [video(3), video(8), video(10)]
  const left = without(list, new Set(['video_8']))
  expect(moments(withReturned(left, returned))).toEqual([10, 9, 8, 7, 6, 5, 4])
  expect(cursor(withReturned(left, returned))).toBe('after 4')
  expect(moments(withReturned(loaded(page([], false)), returned))).toEqual([10, 8, 3])
})
