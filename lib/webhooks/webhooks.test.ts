import { fork } from 'node:child_process'
import { once } from 'node:events'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Caller } from '@/lib/auth/access'
import { createOwner } from '@/lib/team/accounts'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { answering, type Receiver, startReceiver } from '@/lib/testing/receiver'
import { cancelVideo } from '@/lib/videos/mutations'
import { runVideo } from '@/lib/videos/runner'
import { tellEnd } from '@/lib/videos/tell-end'
import { listDeliveries, listWebhooks } from './data'
import { createWebhook, deleteWebhook, redeliver, rotateSecret, sendTest, updateWebhook } from './mutations'
import { sweepDeliveries } from './outbox'
import { eventSchema, MAX_WEBHOOKS, VIDEO_EVENTS } from './schema'
import { createSender, startSender } from './sender'
import { newSecret } from './signature'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const PATIENCE = { timeout: 15_000 }

let postgres: TestDatabase
let caller: Caller
let portraitId: string
let receivers: Receiver[]
/** How far the clock of the senders is ahead, in milliseconds. */
let ahead: number

const settings = {
  allowPrivate: true,
  now: () => new Date(Date.now() + ahead),
  random: () => 0.5,
}
const client = new OpenAI({ apiKey: 'unused' })

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(() => postgres.dispose())

beforeEach(async () => {
  ahead = 0
  receivers = []
  await postgres.database.$executeRaw`truncate "User", "Team" cascade`
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  const { teamId, userId } = await postgres.database.membership.findFirstOrThrow()
  caller = { teamId, userId }
  const asset = { teamId, sha256: 'a'.repeat(64), kind: 'image' as const, contentType: 'image/png', bytes: 1 }
  portraitId = (await postgres.database.asset.create({ data: asset })).id
})
afterEach(() => Promise.all(receivers.map((receiver) => receiver.close())))

async function receiver(): Promise<Receiver> {
  const started = await startReceiver()
  receivers.push(started)
  return started
}

/** A webhook at an address of this machine, which `createWebhook` would refuse. */
async function insertWebhook(url: string, change: object = {}): Promise<{ id: string; secret: string }> {
  const { teamId, userId } = caller
  const data = { teamId, createdById: userId, url, events: [...VIDEO_EVENTS], secret: newSecret(), ...change }
  return postgres.database.webhook.create({ data })
}

let lastVideo = 0
async function insertVideo(change: object = {}): Promise<string> {
  lastVideo += 1
  const id = `video_${String(lastVideo).padStart(24, '0')}`
  const { teamId, userId } = caller
  const row = { id, teamId, createdById: userId, portraitId, provider: 'local' as const, seed: 1 }
  await postgres.database.video.create({
    data: { ...row, title: 'A talk', model: 'm', size: '640x640', expectedSeconds: 1, ...change },
  })
  return id
}

/** Ends a video as the runner does. */
async function finish(id: string, status: 'completed' | 'failed' = 'completed'): Promise<void> {
  await postgres.database.$transaction(async (transaction) => {
    await transaction.video.update({ where: { id }, data: { status, finishedAt: new Date() } })
    await tellEnd(transaction, id)
  })
}

const sendDue = () => createSender(settings).sendDue()
const pages = async (webhookId: string) =>
  (await listDeliveries(caller.teamId, webhookId, { limit: 100 })).deliveries
const theDelivery = async (webhookId: string) => {
  const [delivery, ...more] = await pages(webhookId)
  if (!delivery || more.length > 0) throw new Error(`${more.length} more deliveries than one`)
  return delivery
}

it('the end of a video arrives signed, and the openai client unwraps it', async () => {
  const server = await receiver()
  const webhook = await insertWebhook(server.url)
  const id = await insertVideo()
  await finish(id)
  await sendDue()
  expect(server.received).toHaveLength(1)
  const [{ body, headers } = { body: '', headers: {} }] = server.received
  const event = eventSchema.parse(await client.webhooks.unwrap(body, headers, webhook.secret))
  expect(event).toMatchObject({
    id: expect.stringMatching(/^evt_[0-9a-f]{24}$/),
    object: 'event',
    type: 'video.completed',
    data: { id, object: 'video', status: 'completed', error: null },
  })
  expect(headers['content-type']).toBe('application/json')
  await expect(client.webhooks.unwrap(`${body} `, headers, webhook.secret)).rejects.toThrow(/signature/)
  await expect(client.webhooks.unwrap(body, headers, newSecret())).rejects.toThrow(/signature/)
  const delivery = await theDelivery(webhook.id)
  expect(delivery).toMatchObject({ id: headers['webhook-id'], status: 'delivered', type: 'video.completed' })
  expect(delivery.tries).toMatchObject([{ status: 200, error: null }])
  expect(delivery.event).toEqual(JSON.parse(body))
})

it('a video given up by the runner and one cancelled in the queue are failures', async () => {
  const server = await receiver()
  await insertWebhook(server.url)
  const givenUp = await insertVideo({ status: 'in_progress', operation: { starting: true }, attempts: 3 })
  await runVideo(givenUp, 'worker', new AbortController().signal)
  const waiting = await insertVideo()
  await cancelVideo(caller.teamId, waiting)
  await sendDue()
  const events = server.received.map(({ body }) => eventSchema.parse(JSON.parse(body)))
  expect(events.map(({ type }) => type)).toEqual(['video.failed', 'video.failed'])
  const reasons = Object.fromEntries(
    events.flatMap(({ data }) => (data.object === 'video' ? [[data.id, data.error_type]] : [])),
  )
  expect(reasons).toEqual({ [givenUp]: 'render_failed', [waiting]: 'cancelled' })
})

it('an end that is undone tells nobody', async () => {
  const webhook = await insertWebhook('http://127.0.0.1:1/')
  const id = await insertVideo()
  const undone = postgres.database.$transaction(async (transaction) => {
    await transaction.video.update({ where: { id }, data: { status: 'completed' } })
    await tellEnd(transaction, id)
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await pages(webhook.id)).toEqual([])
})

it('only webhooks of the team that ask for the event and are not paused hear of it', async () => {
  const others = await postgres.database.team.create({ data: { name: 'Others' } })
  const wanted = await insertWebhook('http://127.0.0.1:1/wanted', { events: ['video.failed'] })
  const paused = await insertWebhook('http://127.0.0.1:1/paused', { enabled: false })
  const deaf = await insertWebhook('http://127.0.0.1:1/deaf', { events: ['video.completed'] })
  const foreign = await insertWebhook('http://127.0.0.1:1/foreign', { teamId: others.id })
  await finish(await insertVideo(), 'failed')
  const told = await postgres.database.webhookDelivery.findMany({ select: { webhookId: true } })
  expect(told).toEqual([{ webhookId: wanted.id }])
  for (const { id } of [paused, deaf]) expect(await pages(id)).toEqual([])
  await expect(pages(foreign.id)).rejects.toMatchObject({ type: 'not_found' })
})

it('after a rotation both secrets sign for a day, then the new one alone', async () => {
  const server = await receiver()
  const { id, secret: old } = await insertWebhook(server.url)
  const { secret, previous_secret_expires_at: until } = await rotateSecret(caller.teamId, id)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(Math.abs((until ?? 0) - (Date.now() + DAY) / SECOND)).toBeLessThan(60)

  await sendTest(caller.teamId, id)
  await sendDue()
  const first = server.received[0] ?? { body: '', headers: {} }
  expect(first.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
  for (const known of [secret, old]) await client.webhooks.unwrap(first.body, first.headers, known)

  await postgres.database.webhook.update({
    where: { id },
    data: { previousSecretUntil: new Date(Date.now() - SECOND) },
  })
  await sendTest(caller.teamId, id)
  await sendDue()
  const second = server.received[1] ?? { body: '', headers: {} }
  await client.webhooks.unwrap(second.body, second.headers, secret)
  await expect(client.webhooks.unwrap(second.body, second.headers, old)).rejects.toThrow(/signature/)
  expect((await listWebhooks(caller.teamId))[0]).toMatchObject({ id, previous_secret_expires_at: null })
})

it('a receiver that fails is tried again with growing waits, under one id, and given up in the end', async () => {
  const server = await receiver()
  server.answer = answering(500)
  const { id } = await insertWebhook(server.url)
  await sendTest(caller.teamId, id)
  const waits = [5 * SECOND, 30 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR]
  for (const [index, wait] of waits.entries()) {
    await sendDue()
    expect(server.received).toHaveLength(index + 1)
    const { status, next_attempt_at: next } = await theDelivery(id)
    expect(status).toBe('pending')
    expect(Math.abs((next ?? 0) * SECOND - settings.now().getTime() - wait)).toBeLessThan(5 * SECOND)
    ahead += wait - 2 * SECOND
    await sendDue()
    expect(server.received).toHaveLength(index + 1)
    ahead += 3 * SECOND
  }
  await sendDue()
  const delivery = await theDelivery(id)
  expect(delivery).toMatchObject({ status: 'failed', next_attempt_at: null })
  expect(delivery.tries).toHaveLength(waits.length + 1)
  expect(delivery.tries[0]).toMatchObject({ status: 500, error: expect.stringMatching(/answered 500/) })
  expect(new Set(server.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery.id]))
  ahead += DAY
  await sendDue()
  expect(server.received).toHaveLength(waits.length + 1)

  server.answer = answering(204)
  expect(await redeliver(caller.teamId, id, delivery.id)).toMatchObject({
    id: delivery.id,
    status: 'pending',
  })
  await sendDue()
  expect(await theDelivery(id)).toMatchObject({ status: 'delivered' })
  expect(server.received.at(-1)?.headers['webhook-id']).toBe(delivery.id)
})

it('a redirect is not followed, and says what to do', async () => {
  const [server, elsewhere] = [await receiver(), await receiver()]
  server.answer = answering(302, { location: elsewhere.url })
  const { id } = await insertWebhook(server.url)
  await sendTest(caller.teamId, id)
  await sendDue()
  expect(elsewhere.received).toEqual([])
  const [attempt] = (await theDelivery(id)).tries
  expect(attempt).toMatchObject({ status: 302, error: expect.stringMatching(/final address/) })
})

it('410 pauses the webhook; resumed, it hears again', async () => {
  const server = await receiver()
  server.answer = answering(410)
  const { id } = await insertWebhook(server.url)
  await sendTest(caller.teamId, id)
  await sendDue()
  expect(await theDelivery(id)).toMatchObject({ status: 'failed' })
  expect((await listWebhooks(caller.teamId))[0]).toMatchObject({ id, enabled: false })
  await expect(sendTest(caller.teamId, id)).rejects.toMatchObject({ type: 'conflict' })
  await finish(await insertVideo())
  expect(await pages(id)).toHaveLength(1)

  server.answer = answering(200)
  expect(await updateWebhook(caller.teamId, id, { enabled: true })).toMatchObject({ enabled: true })
  await finish(await insertVideo())
  await sendDue()
  expect(server.received).toHaveLength(2)
})

it('what was waiting when a webhook was paused goes out when it is resumed', async () => {
  const server = await receiver()
  const { id } = await insertWebhook(server.url)
  await sendTest(caller.teamId, id)
  await updateWebhook(caller.teamId, id, { enabled: false })
  await sendDue()
  expect(server.received).toEqual([])
  await updateWebhook(caller.teamId, id, { enabled: true })
  await sendDue()
  expect(server.received).toHaveLength(1)
})

it('a receiver that does not answer holds up nobody else, and its connection breaking is logged', async () => {
  const [slow, quick] = [await receiver(), await receiver()]
  const hanging: (() => void)[] = []
  slow.answer = (response) => hanging.push(() => response.destroy())
  const stuck = await insertWebhook(slow.url)
  await insertWebhook(quick.url)
  for (let video = 0; video < 8; video++) await finish(await insertVideo())
  const sender = createSender(settings)
  const done = sender.sendDue()
  await vi.waitFor(() => expect(quick.received).toHaveLength(8), PATIENCE)
  expect(slow.received).toHaveLength(2)
  slow.answer = answering(200)
  for (const breakOff of hanging) breakOff()
  await done
  const tries = (await pages(stuck.id)).flatMap((delivery) => delivery.tries)
  const broken = expect.stringMatching(/cannot be reached/)
  expect(tries.map(({ status, error }) => error ?? status)).toEqual([
    200,
    200,
    200,
    200,
    200,
    200,
    broken,
    broken,
  ])
})

it('a private address is refused when it is registered and when it is sent to', async () => {
  for (const url of ['http://127.0.0.1/', 'http://[::1]:8080/', 'ftp://example.org/', 'nothing'])
    await expect(createWebhook(caller, { url, events: ['video.failed'] })).rejects.toMatchObject({
      type: 'invalid_url',
      param: 'url',
    })
  const server = await receiver()
  const { id } = await insertWebhook(server.url)
  await expect(updateWebhook(caller.teamId, id, { url: 'http://10.0.0.1/' })).rejects.toMatchObject({
    type: 'invalid_url',
  })
  await sendTest(caller.teamId, id)
  await createSender({ ...settings, allowPrivate: false }).sendDue()
  expect(server.received).toEqual([])
  const [attempt] = (await theDelivery(id)).tries
  expect(attempt).toMatchObject({ status: null, error: expect.stringMatching(/public address/) })
})

it('two senders at once deliver everything once', async () => {
  const servers = await Promise.all([receiver(), receiver(), receiver()])
  for (const { url } of servers) await insertWebhook(url)
  for (let video = 0; video < 20; video++) await finish(await insertVideo())
  await Promise.all([sendDue(), sendDue()])
  for (const { received } of servers) {
    expect(received).toHaveLength(20)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(20)
  }
})

it('a worker killed between sending and writing it down: the delivery goes out again under its id', async () => {
  const server = await receiver()
  const arrived = new Promise<void>((resolve) => {
    server.answer = () => resolve()
  })
  const { id } = await insertWebhook(server.url)
  const worker = fork('worker/main.ts', [], {
    execArgv: ['--import', './bin/typescript.mjs'],
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      FETCH_PRIVATE_ADDRESSES: '1',
      AVATAR_PROVIDER: 'boson',
      BOSON_API_KEY: 'unused',
    },
  })
  const ended = once(worker, 'exit')
  try {
    await finish(await insertVideo())
    await Promise.race([arrived, ended])
  } finally {
    worker.kill('SIGKILL')
    await ended
  }
  expect(server.received).toHaveLength(1)
  expect(await theDelivery(id)).toMatchObject({ status: 'pending', tries: [] })

  server.answer = answering(200)
  await sendDue()
  expect(server.received).toHaveLength(1)
  ahead += MINUTE
  await sendDue()
  expect(server.received).toHaveLength(2)
  const [first, second] = server.received.map(({ headers }) => headers['webhook-id'])
  expect(second).toBe(first)
  expect(await theDelivery(id)).toMatchObject({ id: first, status: 'delivered' })
})

it('a running sender hears of a new delivery by itself, and stops', async () => {
  const server = await receiver()
  const { id } = await insertWebhook(server.url)
  const sender = await startSender(settings)
  await sendTest(caller.teamId, id)
  const delivered = async () => expect(await theDelivery(id)).toMatchObject({ status: 'delivered' })
  await vi.waitFor(delivered, PATIENCE)
  await sender.stop()
  await sendTest(caller.teamId, id)
  await sender.sendDue()
  expect(server.received).toHaveLength(1)
})

it('webhooks belong to a team, and a team has ten at most', async () => {
  const url = 'https://hooks.example.org/studio'
  const events = [...VIDEO_EVENTS]
  const made = await Promise.allSettled(
    Array.from({ length: MAX_WEBHOOKS + 2 }, () => createWebhook(caller, { url, events })),
  )
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_WEBHOOKS)
  await expect(createWebhook(caller, { url, events })).rejects.toMatchObject({ type: 'conflict' })
  const [first] = await listWebhooks(caller.teamId)
  expect(first).toMatchObject({ url, events, enabled: true, created_by: 'Ada', last_delivery: null })
  expect(JSON.stringify(first)).not.toContain('whsec_')

  const id = first?.id ?? ''
  const others = crypto.randomUUID()
  expect(await listWebhooks(others)).toEqual([])
  const attempts = [
    () => updateWebhook(others, id, { enabled: false }),
    () => deleteWebhook(others, id),
    () => rotateSecret(others, id),
    () => sendTest(others, id),
    () => listDeliveries(others, id, { limit: 1 }),
    () => redeliver(others, id, 'msg_\0'),
    () => redeliver(caller.teamId, id, 'msg_\0'),
    () => deleteWebhook(caller.teamId, 'no-uuid'),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ type: 'not_found' })
  await deleteWebhook(caller.teamId, id)
  expect(await listWebhooks(caller.teamId)).toHaveLength(MAX_WEBHOOKS - 1)
})

it('deliveries come in pages, newest first, and are swept after 30 days', async () => {
  const { id } = await insertWebhook('http://127.0.0.1:1/')
  for (let test = 0; test < 5; test++) await sendTest(caller.teamId, id)
  const whole = await pages(id)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listDeliveries(caller.teamId, id, { limit: 2, after })
    seen.push(...page.deliveries.map((delivery) => delivery.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(whole.map((delivery) => delivery.id))
  expect(seen).toHaveLength(5)
  await sweepDeliveries(new Date(Date.now() + 29 * DAY))
  expect(await pages(id)).toHaveLength(5)
  await sweepDeliveries(new Date(Date.now() + 31 * DAY))
  expect(await pages(id)).toEqual([])
})
