import 'server-only'
import { Client } from 'pg'
import { log } from '@/lib/log'

/**
 * Calls `onNotice` at each PostgreSQL notification on `channel`, until the returned function is called. A lost
 * connection is no harm and is not mended: whoever listens also looks on a timer.
 */
export async function listen(
  url: string,
  channel: string,
  onNotice: () => void,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url })
  client.on('error', (error) => log.warn({ err: error, channel }, 'no longer notified; looking on a timer'))
  client.on('notification', onNotice)
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
  return () => client.end().catch(() => {})
}
