import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { VideoRoom } from '@/components/video/video-room'
import { requireMember } from '@/lib/auth/session'
import { findVideo } from '@/lib/videos/data'
import { engineOffers } from '@/lib/videos/offers'
import { listVersions } from '@/lib/videos/versions'
import { layoutWords } from '@/lib/words/layout'
import { requestWords } from '@/lib/words/request-language'

type Props = { params: Promise<{ id: string }> }

const videoOf = cache(async (id: string) => {
  const member = await requireMember(`/v/${id}`)
  return findVideo(member.teamId, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const video = await videoOf((await params).id)
  return { title: video?.title ?? (await requestWords(layoutWords)).notFound }
}

export default async function VideoPage({ params }: Props) {
  const video = await videoOf((await params).id)
  if (!video) notFound()
  const { teamId } = await requireMember()
  const [versions, engines] = await Promise.all([listVersions(teamId, video.id), engineOffers()])
  return <VideoRoom initial={video} initialVersions={versions} engines={engines} />
}
