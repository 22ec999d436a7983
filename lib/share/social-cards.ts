import 'server-only'
import type { Metadata } from 'next'
import { env } from '@/lib/env'
import type { SharedVideo } from './shared-video'
import { sharePageUrl } from './view'

/** Open Graph and Twitter cards: the film itself where a site can play it, else its first picture. */
export function socialCards(
  token: string,
  video: SharedVideo,
): Pick<Metadata, 'openGraph' | 'twitter'> & {
  description: string
} {
  const { title, width, height } = video
  const url = sharePageUrl(token)
  const description = `A video made with AI, shared by ${video.shared_by}.`
  const finished = video.status === 'completed'
  const stream = `${url}/video.mp4`
  const image = { url: `${url}/poster.jpg`, alt: title }
  const player = { playerUrl: `${env.publicUrl}/embed/${token}`, streamUrl: stream, width, height }
  const words = { title, description }
  return {
    description,
    openGraph: {
      type: 'video.other',
      siteName: 'Avatar Studio',
      ...words,
      url,
      ...(finished && {
        images: [{ ...image, width, height, type: 'image/jpeg' }],
        videos: [{ url: stream, secureUrl: stream, type: 'video/mp4', width, height }],
      }),
    },
    twitter: finished
      ? { card: 'player', ...words, images: [image], players: [player] }
      : { card: 'summary', ...words },
  }
}
