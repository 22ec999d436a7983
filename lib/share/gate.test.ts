import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { SESSION_COOKIE } from '@/lib/auth/options'
import type { Database } from '@/lib/db/client'
import { addUser } from '@/lib/team/accounts'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { admit, judge } from './gate'
import { createLink, revokeTeamLinks, rotateLink, updateLink } from './links'
import type { CreateLink, Link } from './schema'
import { unlock } from './unlocking'
import { countView } from './views'
import type { Visitor } from './visitor'
import { sweepVisits } from './visits'

const SECRET = vi.hoisted(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'the secret of this test')
  return 'the secret of this test'
})

let postgres: TestDatabase
let database: Database
let team: TestTeam
let videoId: string

beforeAll(async () => {
  postgres = await startTestDatabase()
  database = postgres.database
}, 90_000)
afterAll(async () => {
  await postgres.dispose()
  vi.unstubAllEnvs()
})
beforeEach(async () => {
  await database.$executeRaw`truncate "RateLimit"`
  team = await startTestTeam(database)
  videoId = await team.insertVideo()
})

const stranger: Visitor = { cookie: () => undefined }
const holding = (name: string, value: string): Visitor => ({
  cookie: (asked) => (asked === name ? value : undefined),
})
/** A browser that keeps what `set-cookie` says. */
function keeping(header: string): Visitor {
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(header) ?? []
  return holding(name, value)
}
async function signedIn(email: string): Promise<Visitor> {
  const user = await database.user.findUniqueOrThrow({ where: { email } })
  return holding(SESSION_COOKIE, await encode({ token: { sub: user.id }, secret: SECRET }))
}

const tokenOf = ({ url }: Link) => url.split('/').at(-1) ?? ''
const place = (link: Link) => ({ videoId, linkId: link.id })
const make = (settings: CreateLink = {}) => createLink(team, videoId, settings)
const stateFor = async (link: Link, visitor = stranger) => (await judge(tokenOf(link), visitor)).state
async function rowOf(link: Link) {
  const { link: row } = await judge(tokenOf(link), stranger)
  if (!row) throw new Error('no such link')
  return row
}

it('a link opens to anybody until it is revoked, and again when that is taken back', async () => {
  const link = await make()
  expect(await stateFor(link)).toBe('open')
  await updateLink(team.teamId, place(link), { revoked: true })
  expect(await stateFor(link)).toBe('revoked')
  await expect(admit(tokenOf(link), stranger)).rejects.toMatchObject({ status: 404, code: 'link_revoked' })
  await updateLink(team.teamId, place(link), { revoked: false })
  expect(await stateFor(link)).toBe('open')
  expect(await revokeTeamLinks(team.teamId)).toBe(1)
  expect(await stateFor(link)).toBe('revoked')
})

it('ends at its time; an end in the past is refused', async () => {
  const link = await make({ expires_at: Math.floor(Date.now() / 1000) + 60 })
  expect(await stateFor(link)).toBe('open')
  await database.shareLink.update({ where: { id: link.id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await stateFor(link)).toBe('expired')
  await expect(updateLink(team.teamId, place(link), { expires_at: 1 })).rejects.toMatchObject({
    type: 'invalid_request',
    param: 'expires_at',
  })
  await updateLink(team.teamId, place(link), { expires_at: null })
  expect(await stateFor(link)).toBe('open')
})

it('a password opens its link for who gave it, and no other link', async () => {
  const link = await make({ password: 'open sesame' })
  const other = await make({ password: 'open sesame' })
  expect(link.has_password).toBe(true)
  expect(await stateFor(link)).toBe('locked')
  const row = await rowOf(link)
  expect(row.passwordHash).toMatch(/^\$argon2id\$/)
  expect(await unlock(row, 'open barley', '198.51.100.1')).toBeNull()
  const cookie = (await unlock(row, 'open sesame', '198.51.100.1')) ?? ''
  expect(cookie).toMatch(new RegExp(`; Path=/s/${row.token}; Max-Age=7200; HttpOnly; SameSite=Lax$`))
  expect(await stateFor(link, keeping(cookie))).toBe('open')
  expect(await stateFor(other, keeping(cookie.replaceAll(link.id, other.id)))).toBe('locked')
})

it('what was unlocked is locked again by time, another password and another address', async () => {
  const link = await make({ password: 'open sesame' })
  const open = async (token: string) => {
    const { link: row } = await judge(token, stranger)
    return keeping((row && (await unlock(row, 'open sesame', 'here'))) ?? '')
  }
  const visitor = await open(tokenOf(link))
  vi.setSystemTime(Date.now() + 2 * 3600_000 + 1000)
  expect(await stateFor(link, visitor)).toBe('locked')
  vi.useRealTimers()
  expect(await stateFor(link, visitor)).toBe('open')
  const later = holding(
    `avatar-studio-link-${link.id}`,
    `99999999999.${visitor.cookie(`avatar-studio-link-${link.id}`)?.split('.')[1]}`,
  )
  expect(await stateFor(link, later)).toBe('locked')

  const rotated = await rotateLink(team.teamId, place(link))
  expect(await stateFor(link)).toBe('unknown')
  expect(await stateFor(rotated, visitor)).toBe('locked')
  const again = await open(tokenOf(rotated))
  await updateLink(team.teamId, place(link), { password: 'another one' })
  expect(await stateFor(rotated, again)).toBe('locked')
  await updateLink(team.teamId, place(link), { password: null })
  expect(await stateFor(rotated)).toBe('open')
})

it('passwords cannot be tried for ever, not even the right one', async () => {
  const link = await make({ password: 'open sesame' })
  const row = await rowOf(link)
  for (let n = 0; n < 10; n++) expect(await unlock(row, `try ${n}`, 'here')).toBeNull()
  await expect(unlock(row, 'open sesame', 'here')).rejects.toMatchObject({ code: 'too_many_tries' })
  expect(await unlock(row, 'open sesame', 'elsewhere')).not.toBeNull()
})

it('domains admit who is signed in with an address there, and nobody else', async () => {
  await addUser({ name: 'Eve', email: 'eve@sub.example.org', password: 'a long password' })
  const link = await make({ allowed_domains: ['example.org'] })
  expect(await stateFor(link)).toBe('members')
  expect(await stateFor(link, await signedIn('eve@sub.example.org'))).toBe('members')
  expect(await stateFor(link, holding(SESSION_COOKIE, 'forged'))).toBe('members')
  const ada = await signedIn('ada@example.org')
  expect(await stateFor(link, ada)).toBe('open')
  await updateLink(team.teamId, place(link), { password: 'and a password' })
  expect(await stateFor(link, ada)).toBe('locked')
})

it('a link without downloads gives nothing to keep', async () => {
  const link = await make({ downloads: false })
  await expect(admit(tokenOf(link), stranger, true)).rejects.toMatchObject({
    status: 403,
    code: 'link_downloads_off',
  })
  expect((await admit(tokenOf(link), stranger)).id).toBe(link.id)
})

it('counts each viewer once a day, not the team, and keeps nothing of them', async () => {
  await addUser({ name: 'Eve', email: 'eve@example.org', password: 'a long password' })
  const row = await rowOf(await make())
  const phone = { address: '198.51.100.1', browser: 'phone' }
  await Promise.all([1, 2, 3].map(() => countView(row, stranger, phone)))
  await countView(row, stranger, { ...phone, browser: 'desk' })
  await countView(row, await signedIn('eve@example.org'), { ...phone, browser: 'colleague' })
  const views = async () => (await database.shareLink.findUniqueOrThrow({ where: { id: row.id } })).views
  expect(await views()).toBe(2)
  const kept = JSON.stringify(await database.shareVisit.findMany())
  expect(kept).not.toMatch(/198\.51|phone|desk/)

  await database.shareVisit.updateMany({ data: { day: new Date('2020-01-01') } })
  await countView(row, stranger, phone)
  expect(await views()).toBe(3)
  await sweepVisits()
  expect(await database.shareVisit.count()).toBe(1)
})

it('somebody who makes up browsers is not counted for ever', async () => {
  const row = await rowOf(await make())
  for (let n = 0; n < 35; n++) await countView(row, stranger, { address: 'here', browser: `browser ${n}` })
  expect(await database.shareVisit.count()).toBe(30)
})

it('another team can do nothing with a link', async () => {
  const link = await make()
  const other = await database.team.create({ data: { name: 'others' } })
  const acts = [
    () => updateLink(other.id, place(link), { revoked: true }),
    () => rotateLink(other.id, place(link)),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ type: 'not_found' })
  expect(await revokeTeamLinks(other.id)).toBe(0)
})

it('a link to a video that waits asks for its pictures while they are made', async () => {
  await database.video.update({ where: { id: videoId }, data: { status: 'queued', live: false } })
  await make()
  expect(await database.video.findUniqueOrThrow({ where: { id: videoId } })).toMatchObject({ live: true })
})
