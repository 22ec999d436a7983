/** The command line: `npm run studio -- COMMAND …`. Results on standard output, everything else on standard error. */
import { StudioError } from '@/lib/boson/errors'
import { create } from './commands/create'
import { doctor } from './commands/doctor'
import { addKey } from './commands/key-add'
import { listKeys } from './commands/key-list'
import { revokeKey } from './commands/key-revoke'
import { UsageError } from './commands/usage'
import { addUserCommand } from './commands/user-add'

const HELP = `Usage:
  studio create --image FILE (--text TEXT | --audio FILE) --out FILE.mp4
                [--size 640x640|640x480|480x640] [--voice NAME] [--json]
  studio user add --email EMAIL --password-stdin [--name NAME]
  studio key add --email EMAIL --name NAME
  studio key list [--json]
  studio key revoke --id ID
  studio doctor

create uses the studio at STUDIO_URL with the key in STUDIO_API_KEY, or starts one for the occasion.`

const [command = '', ...rest] = process.argv.slice(2)

function run(): Promise<number> {
  if (command === 'create') return create(rest)
  if (command === 'doctor') return doctor()
  if (command === 'user' && rest[0] === 'add') return addUserCommand(rest.slice(1))
  if (command === 'key' && rest[0] === 'add') return addKey(rest.slice(1))
  if (command === 'key' && rest[0] === 'list') return listKeys(rest.slice(1))
  if (command === 'key' && rest[0] === 'revoke') return revokeKey(rest.slice(1))
  throw new UsageError(command ? `There is no command ${[command, rest[0]].join(' ').trim()}.` : '')
}

try {
  process.exit(await run())
} catch (error) {
  if (error instanceof UsageError) console.error([error.message, HELP].filter(Boolean).join('\n\n'))
  else console.error(sentenceOf(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}

function sentenceOf(error: unknown): string {
  if (error instanceof StudioError) return error.message
  return error instanceof Error ? error.message : String(error)
}
