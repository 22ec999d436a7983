import 'server-only'
import { Client } from 'pg'
import { log } from '@/lib/log'
import { databasePool } from './client'

/**
 * PostgreSQL notifications, over one connection a process. They only save waiting: a connection that breaks loses some,
 * so whoever listens also looks for himself now and then.
 */

type Listener = (payload: string) => void

const RECONNECT_MS = 1000

/** On `globalThis`, because Next puts this module into several bundles of one process. */
const kept = globalThis as typeof globalThis & { avatarStudioNotifications?: Notifications }

/** Calls `listener` with the payload of each notification on `channel` until the returned function is called. */
export function onNotification(channel: string, listener: Listener): () => void {
  kept.avatarStudioNotifications ??= new Notifications()
  return kept.avatarStudioNotifications.add(channel, listener)
}

class Notifications {
  private readonly listeners = new Map<string, Set<Listener>>()
  private client: Client | null = null
  /** One after the other: a connection takes one statement at a time. */
  private statements = Promise.resolve()

  add(channel: string, listener: Listener): () => void {
    const known = this.listeners.get(channel)
    const set = known ?? new Set()
    set.add(listener)
    if (!known) {
      this.listeners.set(channel, set)
      if (this.client) this.listen(this.client, channel)
    }
    if (!this.client) this.connect()
    return () => set.delete(listener)
  }

  private connect(): void {
    const client = new Client(databasePool().options)
    this.client = client
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload)
    })
    const again = () => {
      if (this.client !== client) return
      this.client = null
      client.removeAllListeners('end')
      client.end().catch(() => {})
      setTimeout(() => this.client ?? this.connect(), RECONNECT_MS).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client
      .connect()
      .then(() => {
        unref(client)
        for (const channel of this.listeners.keys()) this.listen(client, channel)
      })
      .catch(again)
  }

  private listen(client: Client, channel: string): void {
    this.statements = this.statements
      .then(async () => void (await client.query(`listen ${client.escapeIdentifier(channel)}`)))
      .catch((error) => log.warn({ err: error, channel }, 'not notified; looking on a timer'))
  }
}

/** Listening alone must not keep a process alive. */
function unref(client: Client): void {
  const { connection } = client as Client & { connection?: { stream?: { unref?: () => void } } }
  connection?.stream?.unref?.()
}
