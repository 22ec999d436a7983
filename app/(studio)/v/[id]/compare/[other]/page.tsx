import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CompareRoom } from '@/components/compare/compare-room'
import { requireMember } from '@/lib/auth/session'
import { findVideo } from '@/lib/videos/data'
import { engineWords } from '@/lib/words/engines'
import { requestWords } from '@/lib/words/request-language'

type Props = { params: Promise<{ id: string; other: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(engineWords)).compare }
}

export default async function ComparePage({ params }: Props) {
  const { id, other } = await params
  const { teamId } = await requireMember(`/v/${id}/compare/${other}`)
  const [video, second] = await Promise.all([findVideo(teamId, id), findVideo(teamId, other)])
  if (!video || !second) notFound()
  // Until both are finished there is nothing to compare; the page of the one that is not shows how far it is.
  if (video.status !== 'completed') redirect(`/v/${id}`)
  if (second.status !== 'completed') redirect(`/v/${other}`)
  return <CompareRoom videos={[video, second]} />
}
