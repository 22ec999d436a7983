import { expect, test } from 'vitest'
import { listVideosSchema } from '@/lib/boson/requests'
import { addressOf, queryOf, readFilters } from './filters'

const read = (address: string) => readFilters(new URLSearchParams(address))

test('an address and its filters are the same said twice', () => {
  const filters = { q: 'hello & more', who: 'me', when: 'week', tag: 'Q1', folder: 'A/B', status: 'failed' }
  expect(readFilters(new URL(addressOf(filters), 'http://x').searchParams)).toEqual(filters)
  expect(addressOf({})).toBe('/gallery')
  expect(addressOf({ size: '640x480', q: 'a' })).toBe(addressOf({ q: 'a', size: '640x480' }))
})

test('what no filter can mean is passed over', () => {
  expect(read('size=9x9&engine=cloud&when=never&status=gone&q=&colour=red')).toEqual({})
  expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(200)
})

test('filters become a question the studio answers', () => {
  const query = queryOf(
    read('q=a&who=me&when=day&tag=t&folder=f&status=queued&size=640x640&engine=local'),
    1e6 + 0.5,
  )
  expect(query).toEqual({
    versions: 'together',
    q: 'a',
    created_by: 'me',
    tag: 't',
    folder: 'f',
    status: 'queued',
    size: '640x640',
    provider: 'local',
    created_after: String(1e6 - 86_400),
  })
  expect(listVideosSchema.safeParse(query).success).toBe(true)
  expect(queryOf({}, 0)).toEqual({ versions: 'together' })
})
