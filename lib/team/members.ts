import 'server-only'
import { database } from '@/lib/db/client'

export type Person = { id: string; name: string }

/** The people of a team, by name. */
export async function listMembers(teamId: string): Promise<Person[]> {
  const where = { memberships: { some: { teamId } } }
  return database().user.findMany({ where, select: { id: true, name: true }, orderBy: { name: 'asc' } })
}
