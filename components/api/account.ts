import { StudioError } from '@/lib/boson/errors'
import { entryWords } from '@/lib/words/entry'
import { pageWords } from '@/lib/words/page-words'
import { json, send, unreachable } from './request'

/** Makes the studio's first account, its owner. */
export async function createOwner(owner: { name: string; email: string; password: string }): Promise<void> {
  await send('/api/first-run', json('POST', owner))
}

/** Opens a session, or throws a `StudioError` whose sentence says what is wrong. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await import('next-auth/react')
    .then((auth) => auth.signIn('credentials', { email, password, redirect: false }))
    .catch((cause: unknown) => {
      throw unreachable(cause)
    })
  if (answer?.ok && !answer.error) return
  if (answer?.error === 'too_many_tries')
    throw new StudioError('rate_limit_exceeded', pageWords(entryWords).tooManyTries)
  if (answer?.status === 401 && answer.error === 'CredentialsSignin')
    throw new StudioError('permission_denied', pageWords(entryWords).wrongPair)
  throw unreachable()
}
