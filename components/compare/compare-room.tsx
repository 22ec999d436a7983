'use client'

import { ArrowLeft, Pause, Play } from 'lucide-react'
import Link from 'next/link'
import { contentUrl } from '@/components/api/videos'
import { Control } from '@/components/player/control'
import { usePreferences } from '@/components/player/preferences'
import { Scrubber } from '@/components/player/scrubber'
import { usePlayerKeys } from '@/components/player/use-player-keys'
import { Ruler } from '@/components/stage/line'
import { ratioOf } from '@/components/stage/shape'
import { buttonClass } from '@/components/ui/button'
import { Radio } from '@/components/ui/radio'
import { clock } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { engineWords } from '@/lib/words/engines'
import { playerWords } from '@/lib/words/player'
import { type InStep, type Side, useInStep } from './use-in-step'

const SIDES = [0, 1] as const
const ICON = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const

/** Two finished versions of a video side by side, played as one. */
export function CompareRoom({ videos }: { videos: readonly [StudioVideo, StudioVideo] }) {
  const words = useWords(engineWords)
  const film = useInStep([videos[0].seconds ?? 0, videos[1].seconds ?? 0])
  const names = useNames(videos)
  usePlayerKeys(usePreferences().keys, (command) => {
    if (command.do === 'play') film.toggle()
    else if (command.do === 'skip') film.seek(film.time + command.by)
    else if (command.do === 'part') film.seek((film.length * command.tenths) / 10)
  })
  return (
    <main data-theme="stage" className="min-h-[calc(100dvh-4rem)] bg-ground px-4 pb-6 text-ink lg:px-10">
      <Link href={`/v/${videos[0].id}`} className={buttonClass('plain', '-ml-2')}>
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {words.back}
      </Link>
      <h1 className="sr-only">{words.compareTitle(videos[0].title)}</h1>
      <div className="mx-auto max-w-[84rem]">
        <div className="mt-2 grid items-end justify-items-center gap-4 sm:grid-cols-2 lg:gap-10">
          {SIDES.map((side) => (
            <One key={side} video={videos[side]} name={names[side]} side={side} film={film} />
          ))}
        </div>
        <div className="sticky bottom-0 z-10 bg-ground pt-4 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
          <div className="relative h-6">
            <Ruler seconds={film.length} />
            <Scrubber film={film} />
          </div>
          <Steering film={film} names={names} />
        </div>
      </div>
    </main>
  )
}

/** What tells the two apart: who made them, else which is the newer. */
function useNames([one, other]: readonly [StudioVideo, StudioVideo]): readonly [string, string] {
  const { names, newer, older } = useWords(engineWords)
  if (one.provider !== other.provider) return [names[one.provider], names[other.provider]]
  return one.created_at >= other.created_at ? [newer, older] : [older, newer]
}

function One({ video, name, side, film }: { video: StudioVideo; name: string; side: Side; film: InStep }) {
  return (
    <figure
      style={{ width: `min(100%, calc(var(--tall) * ${ratioOf(video.size)}))` }}
      className="[--tall:27svh] sm:[--tall:calc(100dvh-17rem)]"
    >
      <video
        ref={film.refs[side]}
        src={contentUrl(video.id, 'video')}
        poster={contentUrl(video.id, 'poster')}
        aria-label={name}
        playsInline
        preload="auto"
        muted={film.sound !== side}
        onClick={film.toggle}
        onPlay={film.onPauseOrPlay}
        onPause={film.onPauseOrPlay}
        onEnded={film.onPauseOrPlay}
        style={{ aspectRatio: ratioOf(video.size) }}
        className="block w-full cursor-pointer rounded-media bg-raised object-cover"
      />
      <figcaption className="mt-2 flex justify-between gap-4 text-sm">
        <span className="font-medium">{name}</span>
        <span className="text-quiet">
          {clock(video.seconds ?? 0)}
          <span className="max-sm:hidden">
            , <When at={video.created_at} />
          </span>
        </span>
      </figcaption>
    </figure>
  )
}

function Steering({ film, names }: { film: InStep; names: readonly [string, string] }) {
  const words = useWords(engineWords)
  const player = useWords(playerWords)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 text-sm tabular-nums">
      <div className="-ml-3 flex items-center gap-1">
        <Control label={film.playing ? player.pause : player.play} onClick={film.toggle}>
          {film.playing ? <Pause {...ICON} /> : <Play {...ICON} />}
        </Control>
        <span>
          {clock(film.time)}
          <span className="text-quiet"> / {clock(film.length)}</span>
        </span>
      </div>
      <fieldset className="flex items-center gap-4">
        <legend className="sr-only">{words.sound}</legend>
        <span aria-hidden className="text-quiet max-sm:hidden">
          {words.sound}
        </span>
        {SIDES.map((side) => (
          <Radio
            key={side}
            more="gap-2"
            name="sound"
            checked={film.sound === side}
            onChange={() => film.listenTo(side)}
          >
            {names[side]}
          </Radio>
        ))}
      </fieldset>
    </div>
  )
}
