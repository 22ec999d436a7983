import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam } from '@/lib/testing/team'
import { MAX_COMMENTS, newCommentSchema } from './comment-schema'
import { addComment, deleteComment, listComments } from './comments'
import { admit, type OpenLink } from './gate'
import { createLink } from './links'
import type { CreateLink } from './schema'

vi.hoisted(() => vi.stubEnv('NEXTAUTH_SECRET', 'the secret of this test'))

let postgres: TestDatabase
let linkWith: (settings: CreateLink) => Promise<OpenLink>
const stranger = { cookie: () => undefined }
const from = (address: string) => ({ address, browser: 'b' })
const say = (link: OpenLink, said: object, address = 'here') =>
  addComment(link, stranger, from(address), newCommentSchema.parse({ name: 'Grace', at: 0, ...said }))

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(async () => {
  await postgres.dispose()
  vi.unstubAllEnvs()
})
beforeEach(async () => {
  await postgres.database.$executeRaw`truncate "RateLimit"`
  const team = await startTestTeam(postgres.database)
  const videoId = await team.insertVideo({ seconds: 10 })
  linkWith = async (settings) => {
    const { url } = await createLink(team, videoId, settings)
    return admit(url.split('/').at(-1) ?? '', stranger)
  }
})

it('comments stand in the order of the film, within it, of one link only', async () => {
  const [link, other] = [await linkWith({ comments: true }), await linkWith({ comments: true })]
  await say(link, { text: 'the end', at: 99 })
  await say(link, { text: 'the beginning', at: 1 })
  const { data, moderates } = await listComments(link, stranger)
  expect(data).toMatchObject([
    { text: 'the beginning', at: 1, name: 'Grace', member: false },
    { text: 'the end', at: 10 },
  ])
  expect(moderates).toBe(false)
  expect((await listComments(other, stranger)).data).toEqual([])
})

it('nothing is said where comments are off, nor read', async () => {
  const link = await linkWith({})
  await expect(say(link, { text: 'hello' })).rejects.toMatchObject({ code: 'link_comments_off' })
  await expect(listComments(link, stranger)).rejects.toMatchObject({ code: 'link_comments_off' })
})

it('a comment has a name; liking a moment needs none; strangers delete nothing', async () => {
  const link = await linkWith({ comments: true })
  await expect(say(link, { text: 'hello', name: '' })).rejects.toMatchObject({ param: 'name' })
  const { id, text } = await say(link, { name: '' })
  expect(text).toBeNull()
  await expect(deleteComment(link, stranger, id)).rejects.toMatchObject({ type: 'permission_denied' })
})

it('one address says ten things a minute, and a link holds so many', async () => {
  const link = await linkWith({ comments: true })
  for (let n = 0; n < 10; n++) await say(link, { text: `${n}` })
  await expect(say(link, { text: 'more' })).rejects.toMatchObject({ type: 'rate_limit_exceeded' })
  const many = Array.from({ length: MAX_COMMENTS - 10 }, () => ({ linkId: link.id, name: 'x', at: 0 }))
  await postgres.database.shareComment.createMany({ data: many })
  await expect(say(link, { text: 'too much' }, 'elsewhere')).rejects.toMatchObject({ type: 'conflict' })
})
