import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { postGuarded } from '@/lib/http/guarded-fetch'
import { log } from '@/lib/log'
import { type DueDelivery, type Outcome, recordTry, type Try } from './outbox'
import { waitAfter } from './retry'
import { signatureHeaders } from './signature'

export type DeliverySettings = {
  /** `FETCH_PRIVATE_ADDRESSES`. */
  allowPrivate: boolean
  /** The clock, in tests another one. */
  now: () => Date
  /** Uniform in 0…1, for the jitter. */
  random: () => number
}

/** The answer of a receiver that wants to hear nothing any more. */
const GONE = 410

/** One try of a delivery that was taken: signed, sent, written down. Rejects only where the database does. */
export async function deliver(delivery: DueDelivery, settings: DeliverySettings): Promise<void> {
  const made = await send(delivery, settings)
  await recordTry(delivery, made, outcomeOf(delivery, made, settings))
}

async function send(delivery: DueDelivery, { now, allowPrivate }: DeliverySettings): Promise<Try> {
  const at = now()
  const startedAt = performance.now()
  const body = JSON.stringify(delivery.payload)
  const headers = {
    'content-type': 'application/json',
    ...signatureHeaders({ id: delivery.id, at, body }, secretsAt(delivery, at)),
  }
  try {
    const { status, ms } = await postGuarded(delivery.url, body, headers, {
      param: 'this webhook',
      allowPrivate,
    })
    return { at, status, ms, error: refusalOf(status) }
  } catch (error) {
    const known = error instanceof StudioError
    if (!known) log.error({ err: error, deliveryId: delivery.id }, 'a webhook could not be sent')
    const sentence = known ? error.message : 'The studio failed at sending this. It has been logged.'
    return { at, status: null, ms: Math.round(performance.now() - startedAt), error: sentence }
  }
}

/** The newest first; the one before the last rotation while it still holds. */
function secretsAt({ secret, previousSecret, previousSecretUntil }: DueDelivery, at: Date): string[] {
  return previousSecret && previousSecretUntil && previousSecretUntil > at
    ? [secret, previousSecret]
    : [secret]
}

function refusalOf(status: number): string | null {
  if (isAccepted(status)) return null
  if (status === GONE) return 'The receiver answered 410, gone for good, so the webhook was paused.'
  if (status >= 300 && status < 400)
    return `The receiver answered ${status}, a redirect. Redirects are not followed: give the webhook its final address.`
  return `The receiver answered ${status}. Only 200 to 299 counts as delivered.`
}

const isAccepted = (status: number | null) => status !== null && status >= 200 && status < 300

function outcomeOf({ attempts }: DueDelivery, { status }: Try, { now, random }: DeliverySettings): Outcome {
  if (isAccepted(status)) return { state: 'delivered' }
  if (status === GONE) return { state: 'gone' }
  const wait = waitAfter(attempts, random())
  return wait === null ? { state: 'failed' } : { state: 'again', at: new Date(now().getTime() + wait) }
}
