import type { Metadata } from 'next'
import { addressOf, queryOf, readFilters } from '@/components/gallery/filters'
import { Gallery } from '@/components/gallery/gallery'
import { requireMember } from '@/lib/auth/session'
import { listVideosSchema } from '@/lib/boson/requests'
import { listMembers } from '@/lib/team/members'
import { listVideos } from '@/lib/videos/data'
import { listFolders, listTags } from '@/lib/videos/filing'
import { galleryWords } from '@/lib/words/gallery'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(galleryWords)).gallery }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GalleryPage({ searchParams }: Props) {
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, String(value ?? '')])
  const filters = readFilters(new URLSearchParams(asked))
  const member = await requireMember(addressOf(filters))
  const query = listVideosSchema.parse({ limit: '48', ...queryOf(filters, Date.now() / 1000) })
  const [list, people, tags, folders] = await Promise.all([
    listVideos(member, query),
    listMembers(member.teamId),
    listTags(member.teamId),
    listFolders(member.teamId),
  ])
  return <Gallery first={{ name: addressOf(filters), list }} people={people} labels={{ tags, folders }} />
}
