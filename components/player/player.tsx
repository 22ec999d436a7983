'use client'

import { Play } from 'lucide-react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { Ruler } from '@/components/stage/line'
import { StageFigure } from '@/components/stage/stage-figure'
import { useWords } from '@/components/words/language'
import { webVtt } from '@/lib/captions/caption-files'
import { playerWords } from '@/lib/words/player'
import { Controls } from './controls'
import { KeySheet } from './key-sheet'
import { usePreferences } from './preferences'
import type { Previews } from './scrub-preview'
import { Scrubber } from './scrubber'
import { type Said, useCues } from './use-cues'
import type { Film } from './use-film'
import { usePlayerKeys } from './use-player-keys'
import { useSteering } from './use-steering'

/** The finished film on the stage, its line now a playhead. */
export function Player({
  film,
  src,
  poster,
  title,
  ratio,
  said,
  autoPlay = false,
  previews,
  marks,
  beneath,
  actions,
}: {
  film: Film
  src: string
  poster?: string
  title: string
  ratio: number
  said: Said
  autoPlay?: boolean
  /** Small pictures to show over the line. */
  previews?: Previews | null
  /** What is shown on the line at its time. */
  marks?: ReactNode
  /** What shows until the poster has arrived. */
  beneath?: ReactNode
  actions?: ReactNode
}) {
  const words = useWords(playerWords)
  const captions = useCaptionFile(said, film.length)
  const captioned = usePreferences().captions ?? film.muted
  const steering = useSteering(film, captioned)
  usePlayerKeys(steering.keys, steering.perform)
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
            loop={steering.loop}
            onClick={film.toggle}
            className="absolute inset-0 size-full cursor-pointer object-cover"
            {...film.events}
          >
            {captions && <track kind="captions" label={words.captions} src={captions} />}
          </video>
          {untouched && !film.failed && (
            <span
              aria-hidden
              className="pointer-events-none absolute bottom-4 left-4 inline-flex size-14 items-center justify-center rounded-full bg-accent text-on-accent"
            >
              <Play size={20} strokeWidth={1.5} fill="currentColor" className="translate-x-px" />
            </span>
          )}
          {steering.said && (
            <span
              key={steering.said.count}
              aria-hidden
              className="pointer-events-none absolute top-4 left-4 animate-said rounded-control bg-[oklch(0.158_0.007_60/0.82)] px-3 py-1.5 text-sm tabular-nums"
            >
              {steering.said.words}
            </span>
          )}
          <p role="status" className="sr-only">
            {steering.said?.words}
          </p>
        </>
      }
      line={
        <div className="relative h-6">
          <Ruler seconds={film.length} />
          <Scrubber film={film} ratio={ratio} previews={previews} />
          {marks}
        </div>
      }
      words={
        film.failed ? (
          <p role="alert">{words.notLoaded}</p>
        ) : (
          <Controls film={film} steering={steering} captioned={captions ? captioned : null} />
        )
      }
      actions={
        <>
          {actions}
          {steering.helping && <KeySheet enabled={steering.keys} onClose={steering.closeHelp} />}
        </>
      }
    />
  )
}

/** What is said as a captions file of this page's own making; null where there is nothing to caption. */
function useCaptionFile(said: Said, seconds: number): string | null {
  const cues = useCues(said, seconds)
  return useMemo(
    () => (cues.length > 0 ? `data:text/vtt;charset=utf-8,${encodeURIComponent(webVtt(cues))}` : null),
    [cues],
  )
}
