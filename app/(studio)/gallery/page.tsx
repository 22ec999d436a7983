import type { Metadata } from 'next'
import { Gallery } from '@/components/gallery/gallery'
import { requireMember } from '@/lib/auth/session'
import { listVideosSchema } from '@/lib/boson/requests'
import { listVideos } from '@/lib/videos/data'

export const metadata: Metadata = { title: 'Gallery' }

export default async function GalleryPage() {
  const member = await requireMember('/gallery')
  return <Gallery first={await listVideos(member, listVideosSchema.parse({ limit: '48' }))} />
}
