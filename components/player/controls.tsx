import { Captions, CaptionsOff, Maximize, Pause, Play, Volume2, VolumeX } from 'lucide-react'
import { clock } from '@/components/ui/text'
import { useLocale, useWords } from '@/components/words/language'
import { playerWords } from '@/lib/words/player'
import { Control } from './control'
import { MoreControls } from './more-controls'
import type { Film } from './use-film'
import type { Steering } from './use-steering'

const ICON = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What stands under the line of a film. */
export function Controls({
  film,
  steering,
  captioned,
}: {
  film: Film
  steering: Steering
  /** Whether captions show; null where there are none. */
  captioned: boolean | null
}) {
  const words = useWords(playerWords)
  const locale = useLocale()
  const { perform } = steering
  return (
    <div className="@container w-full">
      <div className="flex items-center justify-between">
        <div className="-ml-3 flex items-center gap-1">
          <Control label={film.playing ? words.pause : words.play} onClick={() => perform({ do: 'play' })}>
            {film.playing ? <Pause {...ICON} /> : <Play {...ICON} />}
          </Control>
          <span className="whitespace-nowrap">
            {clock(film.time)}
            <span className="text-quiet"> / {clock(film.length)}</span>
            {film.rate !== 1 && <span className="ml-2 text-quiet">{film.rate.toLocaleString(locale)}×</span>}
          </span>
        </div>
        <div className="-mr-3 flex items-center">
          {captioned !== null && (
            <Control
              wideOnly
              label={words.captions}
              pressed={captioned}
              onClick={() => perform({ do: 'captions' })}
            >
              {captioned ? <Captions {...ICON} /> : <CaptionsOff {...ICON} />}
            </Control>
          )}
          <Control label={words.mute} pressed={film.muted} onClick={() => perform({ do: 'mute' })}>
            {film.muted ? <VolumeX {...ICON} /> : <Volume2 {...ICON} />}
          </Control>
          <MoreControls steering={steering} captioned={captioned} />
          <Control wideOnly label={words.fullScreen} onClick={() => perform({ do: 'full screen' })}>
            <Maximize {...ICON} />
          </Control>
        </div>
      </div>
    </div>
  )
}
