import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

/** Bytes in a new secret; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32
const PREFIX = 'whsec_'

/** A new secret as Standard Webhooks writes them: `whsec_` and base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64')
}

/**
 * The headers that sign a message: https://www.standardwebhooks.com, scheme `v1`, HMAC-SHA256 over
 * `id.timestamp.body`. One signature a secret, so that a receiver may know any one of them.
 */
export function signatureHeaders(
  { id, at, body }: { id: string; at: Date; body: string },
  secrets: string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signed = `${id}.${timestamp}.${body}`
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
