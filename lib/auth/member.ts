import 'server-only'
import { decode } from 'next-auth/jwt'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'

/** A person of this studio, signed in. */
export type Member = {
  userId: string
  name: string
  email: string
  teamId: string
  teamName: string
  role: 'owner' | 'member'
}

/** The member a session cookie speaks for. The account is looked up each time: a removed one is out at once. */
export async function memberOfSession(sessionToken: string | undefined): Promise<Member | null> {
  if (!sessionToken || !env.authSecret) return null
  const token = await decode({ token: sessionToken, secret: env.authSecret }).catch(() => null)
  if (!token?.sub) return null
  const membership = await database().membership.findFirst({
    where: { userId: token.sub },
    include: { user: true, team: true },
    orderBy: { createdAt: 'asc' },
  })
  if (!membership) return null
  const { user, team, role } = membership
  return { userId: user.id, name: user.name, email: user.email, teamId: team.id, teamName: team.name, role }
}
