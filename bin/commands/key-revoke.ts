import { revokeApiKey } from '@/lib/team/api-keys'
import { withDatabase } from './database-session'
import { readOptions, required } from './usage'

/** `studio key revoke`: from now on the key opens nothing. */
export async function revokeKey(args: string[]): Promise<number> {
  const id = required(readOptions(args, { id: { type: 'string' } }).id, 'id')
  await withDatabase(() => revokeApiKey('operator', id))
  console.error('This key works no longer.')
  return 0
}
