import 'server-only'
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
