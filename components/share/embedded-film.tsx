'use client'

import { useEffect } from 'react'
import { useFilm } from '@/components/player/use-film'
import { useLiveSource } from '@/components/player/use-live-source'
import { ProgressWords } from '@/components/stage/progress-words'
import { useWords } from '@/components/words/language'
import type { EmbedOptions } from '@/lib/share/embed-options'
import type { SharedVideo } from '@/lib/share/shared-video'
import { shareWords } from '@/lib/words/share'
import { EmbedCover } from './embed-cover'
import { useShared } from './use-shared'
import { useStored } from './use-stored'
import { useViewCount } from './use-view-count'

/** A shared film with the browser's own controls, filling the frame it is in. */
export function EmbeddedFilm({
  token,
  url,
  initial,
  options,
}: {
  token: string
  /** The share page. */
  url: string
  initial: SharedVideo
  options: EmbedOptions
}) {
  const words = useWords(shareWords)
  const film = useFilm(initial.seconds)
  const { video, lost } = useShared(token, initial, film.playing)
  const stored = useStored(video.status === 'completed', film)
  const live = useLiveSource(stored ? null : `/s/${token}/live.mp4`)
  useViewCount(token, film)
  useCaptions(film.ref.current, options.captions || film.muted)

  if (video.status === 'failed') return <EmbedCover sentence={words.couldNotBeMade} />
  const start = options.start > 0 ? `#t=${options.start}` : ''
  const source = stored ? `/s/${token}/video.mp4${start}` : live
  return (
    <main data-theme={options.theme} className="fixed inset-0 bg-ground">
      <h1 className="sr-only">{video.title}</h1>
      {source === null ? (
        <div className="flex size-full items-center justify-center gap-4 p-4 text-center text-sm tabular-nums">
          <ProgressWords video={video} lost={lost} />
        </div>
      ) : (
        <video
          ref={film.ref}
          src={source}
          poster={stored ? `/s/${token}/poster.jpg` : undefined}
          aria-label={video.title}
          controls
          controlsList={video.downloads ? undefined : 'nodownload'}
          autoPlay={options.autoplay}
          muted={options.muted}
          loop={options.loop}
          playsInline
          disableRemotePlayback={!stored}
          preload="metadata"
          className="size-full object-contain"
          {...film.events}
        >
          {stored && (video.script || video.captions) && (
            <track
              kind="captions"
              label={words.captions}
              src={`/s/${token}/captions.vtt`}
              default={options.captions}
            />
          )}
        </video>
      )}
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        data-theme="stage"
        className="absolute top-2 right-2 inline-flex min-h-6 items-center rounded-control bg-[oklch(0.158_0.007_60/0.82)] px-2 text-xs"
      >
        {words.madeWithAi}
      </a>
    </main>
  )
}

/** Shows captions while nothing can be heard; the browser's own menu goes on working. */
function useCaptions(media: HTMLVideoElement | null, shown: boolean): void {
  useEffect(() => {
    const track = media?.textTracks[0]
    if (track) track.mode = shown ? 'showing' : 'disabled'
  }, [media, shown])
}
