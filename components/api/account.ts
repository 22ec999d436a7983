import { signIn as nextAuthSignIn } from 'next-auth/react'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { entryWords } from '@/lib/words/entry'
import { pageWords } from '@/lib/words/page-words'
import { json, request, unreachable } from './request'

/** Makes the studio's first account, its owner. */
export async function createOwner(owner: { name: string; email: string; password: string }): Promise<void> {
  await request('/api/first-run', z.unknown(), json('POST', owner))
}

/** Opens a session, or throws a `StudioError` whose sentence says what is wrong. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await nextAuthSignIn('credentials', { email, password, redirect: false }).catch(
    (cause: unknown) => {
      throw unreachable(cause)
    },
  )
  if (answer?.ok && !answer.error) return
  if (answer?.error === 'too_many_tries')
    throw new StudioError('rate_limit_exceeded', pageWords(entryWords).tooManyTries)
  if (answer?.status === 401 && answer.error === 'CredentialsSignin')
    throw new StudioError('permission_denied', pageWords(entryWords).wrongPair)
  throw unreachable()
}
