import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { onNotification } from '@/lib/db/notifications'
import { log } from '@/lib/log'
import { CHANNEL } from './announce'
import { type DeliverySettings, deliver } from './deliver'
import { sweepDeliveries, takeDue } from './outbox'

/** Tries under way at once, in all and to one webhook: one that answers slowly leaves room for the others. */
const SLOTS = 32
const SLOTS_A_WEBHOOK = 2
const LOOK_EVERY_MS = 1000
const SWEEP_EVERY_MS = 60 * 60_000
/** How long stopping waits for tries under way. Those left are sent again when their lease has run out. */
const STOP_GRACE_MS = 3000

export type Sender = {
  /** Takes what is due now, as far as there is room. Resolves when it has been taken, not when it has been sent. */
  look: () => Promise<void>
  /** Sends what is due, and resolves when nothing is due and nothing under way. */
  sendDue: () => Promise<void>
  /** Takes no more; resolves when what is under way has ended, or soon. */
  stop: () => Promise<void>
}

/** A worker's sender: sends at each notification, and looks on a timer for retries. */
export async function startSender(settings: DeliverySettings): Promise<Sender> {
  const sender = createSender(settings)
  const sweep = () =>
    sweepDeliveries(settings.now()).catch((error) => log.warn({ err: error }, 'cannot sweep old deliveries'))
  const stopListening = onNotification(CHANNEL, sender.look)
  const timers = [setInterval(sender.look, LOOK_EVERY_MS), setInterval(sweep, SWEEP_EVERY_MS)]
  await sweep()
  return {
    ...sender,
    async stop() {
      timers.forEach(clearInterval)
      stopListening()
      await sender.stop()
    },
  }
}

/** Sends due deliveries, some at a time. Any number of senders may work on one database. */
export function createSender(settings: DeliverySettings): Sender {
  const underWay = new Map<Promise<void>, string>()
  let stopped = false
  let looking = Promise.resolve()

  const take = async () => {
    while (!stopped && underWay.size < SLOTS) {
      const delivery = await takeDue(settings.now(), full(underWay.values()))
      if (!delivery) return
      const work = deliver(delivery, settings)
        .catch((error) =>
          log.error({ err: error, deliveryId: delivery.id }, 'a try of a delivery could not be written down'),
        )
        .finally(() => {
          underWay.delete(work)
          look()
        })
      underWay.set(work, delivery.webhookId)
    }
  }
  const look = () => {
    looking = looking
      .then(take)
      .catch((error) => log.error({ err: error }, 'cannot read the webhooks to send'))
    return looking
  }

  return {
    look,
    async sendDue() {
      look()
      let last: Promise<void>
      do {
        last = looking
        await last
        if (underWay.size > 0) await Promise.race(underWay.keys())
        // Each try that ends looks again: nothing is left once the latest look has found nothing to do.
      } while (last !== looking || underWay.size > 0)
    },
    async stop() {
      stopped = true
      await Promise.race([
        looking.then(() => Promise.all(underWay.keys())),
        sleep(STOP_GRACE_MS, undefined, { ref: false }),
      ])
    },
  }
}

/** The webhooks that have as many tries under way as they may. */
function full(webhookIds: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const id of webhookIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= SLOTS_A_WEBHOOK).map(([id]) => id)
}
