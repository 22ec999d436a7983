import { text } from 'node:stream/consumers'
import { accountSchema, addUser } from '@/lib/team/accounts'
import { withDatabase } from './database-session'
import { readOptions, required, UsageError } from './usage'

/** `studio user add`: an account for somebody; the first one owns the studio. */
export async function addUserCommand(args: string[]): Promise<number> {
  const options = readOptions(args, {
    email: { type: 'string' },
    name: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  })
  const email = required(options.email, 'email')
  if (!options['password-stdin'])
    throw new UsageError('--password-stdin is missing: the password is read from standard input.')
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const account = accountSchema.safeParse({ email, name: options.name ?? email.split('@')[0], password })
  if (!account.success) throw new Error(account.error.issues[0]?.message)
  await withDatabase(() => addUser(account.data))
  console.error(`${account.data.email} can sign in now.`)
  return 0
}
