import type { Metadata } from 'next'
import { TeamLinks } from '@/components/links/team-links'
import { requireMember } from '@/lib/auth/session'
import { listTeamLinks } from '@/lib/share/links'
import { listLinksSchema } from '@/lib/share/schema'
import { linkWords } from '@/lib/words/links'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(linkWords)).links }
}

export default async function LinksPage() {
  const member = await requireMember('/links')
  return <TeamLinks first={await listTeamLinks(member.teamId, listLinksSchema.parse({}))} />
}
