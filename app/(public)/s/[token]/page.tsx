import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SharedFilm } from '@/components/share/shared-film'
import { SharedLater } from '@/components/share/shared-later'
import { findShared, type SharedVideo } from '@/lib/share/data'

const sharedVideo = cache(findShared)

type Props = { params: Promise<{ token: string }> }

/** What other sites show of a link to this page: the film itself where they can play it, else its first picture. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const video = await sharedVideo((await params).token)
  if (!video) return { title: 'Not here', robots: { index: false } }
  const description = `A video made with AI, shared by ${video.sharedBy}.`
  const page: Metadata = {
    title: { absolute: video.title },
    description,
    robots: { index: false },
    alternates: { canonical: video.url },
  }
  if (video.status !== 'completed') return page
  return { ...page, openGraph: openGraph(video, description), twitter: twitter(video, description) }
}

function openGraph(video: SharedVideo, description: string): Metadata['openGraph'] {
  const { width, height } = video
  return {
    type: 'video.other',
    siteName: 'Avatar Studio',
    title: video.title,
    description,
    url: video.url,
    images: [{ url: video.posterUrl, width, height, type: 'image/jpeg', alt: video.title }],
    videos: [{ url: video.videoUrl, secureUrl: video.videoUrl, type: 'video/mp4', width, height }],
  }
}

function twitter(video: SharedVideo, description: string): Metadata['twitter'] {
  return {
    card: 'player',
    title: video.title,
    description,
    images: [{ url: video.posterUrl, alt: video.title }],
    players: [
      {
        playerUrl: new URL(`/embed/${video.token}`, video.url).href,
        streamUrl: video.videoUrl,
        width: video.width,
        height: video.height,
      },
    ],
  }
}

export default async function SharePage({ params }: Props) {
  const video = await sharedVideo((await params).token)
  if (!video) notFound()
  if (video.status !== 'completed') {
    return <SharedLater title={video.title} sharedBy={video.sharedBy} failed={video.status === 'failed'} />
  }
  const { createdAt, ...film } = video
  return <SharedFilm {...film} sharedAt={Math.floor(createdAt.getTime() / 1000)} />
}
