import { useEffect, useState } from 'react'
import { contentUrl } from '@/components/api/videos'
import { Still } from '@/components/stage/still'
import { clock } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Long enough that a pointer passing over the gallery does not set every film going. */
const LINGER_MS = 160

/** A film's first picture; it plays, silently and once, while someone rests on it. */
export function Preview({
  video,
  playing,
  leading,
}: {
  video: StudioVideo
  playing: boolean
  /** Whether it is among the first to be seen. */
  leading: boolean
}) {
  const [started, setStarted] = useState(false)
  const [moving, setMoving] = useState(false)

  useEffect(() => {
    if (!playing || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = setTimeout(() => setStarted(true), LINGER_MS)
    return () => {
      clearTimeout(timer)
      setStarted(false)
      setMoving(false)
    }
  }, [playing])

  return (
    <>
      <Still id={video.id} size={video.size} variant="poster" leading={leading} />
      {started && (
        <video
          src={contentUrl(video.id, 'video')}
          muted
          autoPlay
          playsInline
          aria-hidden
          tabIndex={-1}
          onPlaying={() => setMoving(true)}
          onEnded={() => setMoving(false)}
          className={`absolute inset-0 size-full object-cover transition-opacity duration-[220ms] ${moving ? '' : 'opacity-0'}`}
        />
      )}
      {video.seconds !== null && (
        <span className="absolute right-2 bottom-2 rounded-[4px] bg-[oklch(0.158_0.007_60/0.82)] px-1.5 text-xs text-ink tabular-nums">
          {clock(video.seconds)}
        </span>
      )}
    </>
  )
}
