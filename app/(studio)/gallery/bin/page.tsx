import type { Metadata } from 'next'
import { Bin } from '@/components/bin/bin'
import { requireMember } from '@/lib/auth/session'
import { listVideosSchema } from '@/lib/boson/requests'
import { listVideos } from '@/lib/videos/data'
import { binWords } from '@/lib/words/bin'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(binWords)).bin }
}

export default async function BinPage() {
  const member = await requireMember('/gallery/bin')
  return <Bin first={await listVideos(member, listVideosSchema.parse({ deleted: 'true' }))} />
}
