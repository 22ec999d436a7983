import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findShared } from '@/lib/share/data'

export const metadata: Metadata = { robots: { index: false } }

/** The film alone, for other sites to put into a frame of theirs. */
export default async function EmbedPage({ params }: { params: Promise<{ token: string }> }) {
  const video = await findShared((await params).token)
  if (video?.status !== 'completed') notFound()
  return (
    <main data-theme="stage" className="fixed inset-0 bg-ground">
      <h1 className="sr-only">{video.title}</h1>
      {/* biome-ignore lint/a11y/useMediaCaption: captions are on the share page, which the notice links to. */}
      <video
        src={video.videoUrl}
        poster={video.posterUrl}
        aria-label={video.title}
        controls
        playsInline
        preload="metadata"
        className="size-full object-contain"
      />
      <a
        href={video.url}
        target="_blank"
        rel="noreferrer"
        className="absolute top-2 right-2 inline-flex min-h-6 items-center rounded-control bg-[oklch(0.158_0.007_60/0.82)] px-2 text-xs"
      >
        Made with AI
      </a>
    </main>
  )
}
