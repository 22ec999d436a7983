import { listApiKeys } from '@/lib/team/api-keys'
import { withDatabase } from './database-session'
import { readOptions } from './usage'

/** `studio key list`: every key of this studio that works, a line each; with `--json` as one array. */
export async function listKeys(args: string[]): Promise<number> {
  const { json } = readOptions(args, { json: { type: 'boolean' } })
  const keys = await withDatabase(() => listApiKeys('operator'))
  if (json) {
    console.log(JSON.stringify(keys))
    return 0
  }
  for (const key of keys) {
    const used = key.last_used_at === null ? 'never used' : `last used ${day(key.last_used_at)}`
    console.log(
      [key.id, `${key.prefix}…`, key.name, key.created_by, `made ${day(key.created_at)}`, used].join('\t'),
    )
  }
  if (keys.length === 0) console.error('There are no keys. Make one: studio key add.')
  return 0
}

const day = (unixSeconds: number) => new Date(unixSeconds * 1000).toISOString().slice(0, 10)
