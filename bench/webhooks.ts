/**
 * How soon after its transaction an event is at the receiver, alone and while another receiver hangs, and how fast a
 * backlog goes out; through a real PostgreSQL and real HTTP on this machine:
 * `node --import ./bin/typescript.mjs bench/webhooks.ts [EVENTS]`.
 */
import { database } from '@/lib/db/client'
import { createOwner } from '@/lib/team/accounts'
import { startTestDatabase } from '@/lib/testing/database'
import { startReceiver } from '@/lib/testing/receiver'
import { enqueue, newEvent } from '@/lib/webhooks/announce'
import { createSender, startSender } from '@/lib/webhooks/sender'
import { newSecret } from '@/lib/webhooks/signature'
import { median } from './median'

const events = Number(process.argv[2] ?? 200)
const settings = { allowPrivate: true, now: () => new Date(), random: Math.random }
const postgres = await startTestDatabase()
const [receiver, hanging] = [await startReceiver(), await startReceiver()]
hanging.answer = () => {}

async function addWebhook(url: string): Promise<string> {
  const { teamId, userId } = await database().membership.findFirstOrThrow()
  const data = { teamId, createdById: userId, url, events: [], secret: newSecret() }
  return (await database().webhook.create({ data })).id
}

function announceTo(ids: string[]): Promise<unknown> {
  const [id = ''] = ids
  const event = { ...newEvent(), type: 'webhook.test', data: { id, object: 'webhook' } } as const
  return database().$transaction((transaction) => enqueue(transaction, ids, event))
}

/** Milliseconds from the commit to the request, one event after another. */
async function latencies(ids: string[], count: number): Promise<number[]> {
  const taken: number[] = []
  for (let event = 0; event < count; event++) {
    const arrived = new Promise<number>((resolve) => {
      receiver.answer = (response) => {
        resolve(performance.now())
        response.end()
      }
    })
    await announceTo(ids)
    const committed = performance.now()
    taken.push(Math.max(0, (await arrived) - committed))
  }
  return taken
}

function report(name: string, values: number[]): void {
  const [middle, longest] = [median(values), Math.max(...values)]
  console.log(`${name.padEnd(34)} median ${middle.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`)
}

try {
  await createOwner({ name: 'Bench', email: 'bench@example.org', password: 'measured twice' })
  const webhook = await addWebhook(receiver.url)
  const stuck = await addWebhook(hanging.url)

  const sender = await startSender(settings)
  report('commit to request', await latencies([webhook], events))
  report('the same, while another one hangs', await latencies([webhook, stuck], Math.min(events, 50)))
  await sender.stop()

  const webhooks = [
    webhook,
    ...(await Promise.all(Array.from({ length: 9 }, () => addWebhook(receiver.url)))),
  ]
  for (let event = 0; event < events; event++) await announceTo(webhooks)
  await database().webhook.update({ where: { id: stuck }, data: { enabled: false } })
  const start = performance.now()
  await createSender(settings).sendDue()
  const seconds = (performance.now() - start) / 1000
  const count = events * webhooks.length
  console.log(
    `a backlog of ${count} for 10 webhooks: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} a second`,
  )
} finally {
  await Promise.all([receiver.close(), hanging.close()])
  await postgres.dispose()
}
