import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { StudioError } from '@/lib/boson/errors'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { checkCredentials } from '@/lib/team/accounts'
import { clientAddress, countedTry } from './tries'

const secure = env.publicUrl.startsWith('https://')
/** Cookies know no ports: two studios on one host must not take each other's. */
const prefix = `${secure ? '__Secure-' : ''}avatar-studio-${env.port}`
const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure }

export const SESSION_COOKIE = `${prefix}.session`

export const authOptions: NextAuthOptions = {
  secret: env.authSecret,
  session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: cookie },
    csrfToken: { name: `${prefix}.csrf`, options: cookie },
    callbackUrl: { name: `${prefix}.callback`, options: cookie },
  },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: (credentials, { headers }) =>
        credentials ? signIn(credentials, clientAddress(headers?.['x-forwarded-for'])) : null,
    }),
  ],
}

/** next-auth shows the page the message of what is thrown here, so it may only be a word both know. */
async function signIn({ email, password }: { email: string; password: string }, address: string) {
  try {
    const subject = `sign-in ${email.trim().toLowerCase()}`
    return await countedTry(subject, address, () => checkCredentials(email, password))
  } catch (error) {
    if (error instanceof StudioError && error.code) throw new Error(error.code)
    log.error({ err: error }, 'unexpected error at sign-in')
    throw new Error('internal_error')
  }
}
