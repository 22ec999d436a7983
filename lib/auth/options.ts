import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import { checkCredentials } from '@/lib/team/accounts'

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
      authorize: (credentials) =>
        credentials ? checkCredentials(credentials.email, credentials.password) : null,
    }),
  ],
}
