import { createApiKey } from '@/lib/team/api-keys'
import { withDatabase } from './database-session'
import { readOptions, required } from './usage'

/** `studio key add`: prints a new API key, once, alone on standard output. */
export async function addKey(args: string[]): Promise<number> {
  const options = readOptions(args, { email: { type: 'string' }, name: { type: 'string' } })
  const email = required(options.email, 'email')
  const name = required(options.name, 'name')
  const key = await withDatabase(() => createApiKey(email, name))
  console.log(key)
  return 0
}
