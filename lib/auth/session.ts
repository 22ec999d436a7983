import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { hasOwner as ownerExists } from '@/lib/team/accounts'
import { type Member, memberOfSession } from './member'
import { SESSION_COOKIE } from './options'

export type { Member }

/** Who looks at this page, or null. */
export const currentMember = cache(async (): Promise<Member | null> => {
  const jar = await cookies()
  return memberOfSession(jar.get(SESSION_COOKIE)?.value)
})

/** True once somebody owns this studio. */
export const hasOwner = cache(ownerExists)

/** Who looks at this page; anybody else is sent to sign in and then on to `next`, or to the first run of a new studio. */
export async function requireMember(next = '/'): Promise<Member> {
  const member = await currentMember()
  if (member) return member
  if (!(await hasOwner())) redirect('/welcome')
  redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`)
}
