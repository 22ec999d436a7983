import { expect, test } from 'vitest'
import { type StudioVideo, studioVideoSchema, type VideoList } from '@/lib/boson/schemas'
import {
  countNew,
  hasVersionsOf,
  type Pages,
  updated,
  videosIn,
  withHead,
  without,
  withReturned,
} from './video-pages'

/** A video named by when it was made. */
function video(at: number, change: Partial<StudioVideo> = {}): StudioVideo {
  const { versions: _, ...nothing } = Object.fromEntries(
    Object.keys(studioVideoSchema.shape).map((field) => [field, null]),
  )
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

test('a newer version takes the place of the one before it, wherever that is in the list', () => {
  const one = (at: number, versions: number, version_of: string | null = null) =>
    video(at, { versions, version_of })
  const together = (videos: StudioVideo[]): VideoList => ({ ...page([]), data: videos, has_more: true })
  const before = loaded(together([one(9, 1), one(8, 1)]), together([one(7, 1), one(6, 1)]))
  const after = withHead(before, together([one(10, 2, 'video_6'), one(9, 1), one(8, 1)]))
  expect(moments(after)).toEqual([10, 9, 8, 7])
  // A list of all versions keeps them apart.
  const apart = loaded(page([9, 8]), page([7, 6]))
  const newest = { ...page([9, 8]), data: [video(10, { version_of: 'video_6' }), video(9), video(8)] }
  expect(moments(withHead(apart, newest))).toEqual([10, 9, 8, 7, 6])

  expect(hasVersionsOf(after, [video(6)])).toBe(true)
  expect(hasVersionsOf(after, [video(10, { version_of: 'video_6' })])).toBe(false)
  expect(moments(withReturned(after, [video(11, { version_of: 'video_6' })]))).toEqual([11, 9, 8, 7])
  expect(hasVersionsOf(apart, [video(10, { version_of: 'video_6' })])).toBe(false)
})

test('how many versions there are stays known when a video is told alone', () => {
  const counted = loaded({ ...page([9]), data: [video(9, { versions: 3 })] })
  expect(updated(counted, [video(9)])).toBe(counted)
  expect(videosIn(updated(counted, [video(9, { title: 'new' })]))[0]).toMatchObject({
    title: 'new',
    versions: 3,
  })
})
