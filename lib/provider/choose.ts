import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { env } from '@/lib/env'
import { createBosonProvider } from './boson'
import { engine } from './engine'
import { createLocalProvider } from './local'
import type { AvatarProvider } from './provider'

const made = new Map<'local' | 'boson', AvatarProvider>()

/** The provider of this name, one a process. */
export function provider(name: 'local' | 'boson'): AvatarProvider {
  const known = made.get(name)
  if (known) return known
  const fresh = name === 'local' ? createLocalProvider() : createBosonProvider(env.boson, engine())
  made.set(name, fresh)
  return fresh
}

/** Who is to make something: who was asked for, else whom the studio has. Throws where it has no key for them. */
export function chosenEngine(asked: 'local' | 'boson' | undefined): 'local' | 'boson' {
  if (asked === undefined) return env.provider
  if (env.engines.some((engine) => engine === asked)) return asked
  throw new StudioError(
    'invalid_request',
    'This studio has no key for Boson, so Boson cannot be chosen. Leave provider out, or have its operator set BOSON_API_KEY.',
    { param: 'provider' },
  )
}
