'use client'

import { Captions, CaptionsOff, Maximize, Pause, Play, Volume2, VolumeX } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Ruler } from '@/components/stage/line'
import { StageFigure } from '@/components/stage/stage-figure'
import { clock } from '@/components/ui/text'
import type { Word } from '@/lib/boson/schemas'
import { webVtt } from '@/lib/captions/caption-files'
import { phrases } from '@/lib/captions/phrases'
import { Scrubber } from './scrubber'
import type { Film } from './use-film'

const ICON = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The finished film on the stage, its line now a playhead. */
export function Player({
  film,
  src,
  poster,
  title,
  ratio,
  script,
  words,
  autoPlay = false,
  captionsWhenMuted = false,
  marks,
  beneath,
  actions,
}: {
  film: Film
  src: string
  poster?: string
  title: string
  ratio: number
  script: string | null
  words: Word[] | null
  autoPlay?: boolean
  /** Whether captions show by themselves while nothing can be heard. */
  captionsWhenMuted?: boolean
  /** What is shown on the line at its time. */
  marks?: ReactNode
  /** What shows until the poster has arrived. */
  beneath?: ReactNode
  actions?: ReactNode
}) {
  const captions = useCaptions(script, film.length, words)
  const [wanted, setWanted] = useState<boolean | null>(null)
  const captioned = wanted ?? (captionsWhenMuted && film.muted)
  const untouched = !film.playing && film.time === 0

  useEffect(() => {
    const track = film.ref.current?.textTracks[0]
    if (track) track.mode = captioned ? 'showing' : 'hidden'
  }, [captioned, film.ref])

  return (
    <StageFigure
      ratio={ratio}
      picture={
        <>
          {beneath}
          <video
            ref={film.ref}
            src={src}
            poster={poster}
            aria-label={title}
            playsInline
            preload="metadata"
            // What Safari on the iPhone wants before it plays a film that is still made.
            disableRemotePlayback={src.startsWith('blob:')}
            autoPlay={autoPlay}
            onClick={film.toggle}
            className="absolute inset-0 size-full cursor-pointer object-cover"
            {...film.events}
          >
            {captions && <track kind="captions" label="Captions" src={captions} />}
          </video>
          {untouched && !film.failed && (
            <span
              aria-hidden
              className="pointer-events-none absolute bottom-4 left-4 inline-flex size-14 items-center justify-center rounded-full bg-accent text-on-accent"
            >
              <Play size={20} strokeWidth={1.5} fill="currentColor" className="translate-x-px" />
            </span>
          )}
        </>
      }
      line={
        <div className="relative h-6">
          <Ruler seconds={film.length} />
          <Scrubber film={film} />
          {marks}
        </div>
      }
      words={
        film.failed ? (
          <p role="alert">The video could not be loaded. Check the connection and reload the page.</p>
        ) : (
          <>
            <div className="-ml-3 flex items-center gap-1">
              <Control label={film.playing ? 'Pause' : 'Play'} onClick={film.toggle}>
                {film.playing ? <Pause {...ICON} /> : <Play {...ICON} />}
              </Control>
              <span>
                {clock(film.time)}
                <span className="text-quiet"> / {clock(film.length)}</span>
              </span>
            </div>
            <div className="-mr-3 flex items-center">
              {captions && (
                <Control label="Captions" pressed={captioned} onClick={() => setWanted(!captioned)}>
                  {captioned ? <Captions {...ICON} /> : <CaptionsOff {...ICON} />}
                </Control>
              )}
              <Control label="Mute" pressed={film.muted} onClick={film.toggleMuted}>
                {film.muted ? <VolumeX {...ICON} /> : <Volume2 {...ICON} />}
              </Control>
              <Control label="Full screen" onClick={() => enterFullScreen(film.ref.current)}>
                <Maximize {...ICON} />
              </Control>
            </div>
          </>
        )
      }
      actions={actions}
    />
  )
}

function Control({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
      className="inline-flex size-11 items-center justify-center rounded-control transition-colors hover:text-accent"
    >
      {children}
    </button>
  )
}

/** The script as a captions file of this page's own making; null where there is nothing to caption. */
function useCaptions(script: string | null, seconds: number, words: Word[] | null): string | null {
  return useMemo(() => {
    const cues = script ? phrases(script, seconds, words) : []
    return cues.length > 0 ? `data:text/vtt;charset=utf-8,${encodeURIComponent(webVtt(cues))}` : null
  }, [script, seconds, words])
}

/** Safari on the iPhone only lets the video itself fill the screen, by a method of its own. */
type IosVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void }

function enterFullScreen(video: IosVideo | null) {
  if (video?.requestFullscreen) video.requestFullscreen().catch(() => {})
  else video?.webkitEnterFullscreen?.()
}
