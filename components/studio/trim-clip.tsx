import { Mic, Pause, Play, X } from 'lucide-react'
import { useEffect } from 'react'
import { useFilm } from '@/components/player/use-film'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Sound } from '@/lib/engine/types'
import { recordingWords } from '@/lib/words/recording'
import { secondsOf } from './sound'
import { type Trim, Waveform } from './waveform'

const ICON = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const

/** A recording this browser can read: seen, trimmed, and heard as it will be said. */
export function TrimClip({
  name,
  url,
  sound,
  trim,
  onTrim,
  onRemove,
  onAgain,
}: {
  name: string
  url: string
  sound: Sound
  trim: Trim
  onTrim: (trim: Trim) => void
  onRemove: () => void
  onAgain: () => void
}) {
  const words = useWords(recordingWords)
  const length = secondsOf(sound)
  const clip = useFilm<HTMLAudioElement>(length)
  const { ref, time, playing, seek } = clip

  useEffect(() => {
    if (playing && time >= trim.to) ref.current?.pause()
  }, [ref, playing, time, trim.to])

  function toggle() {
    if (!playing && (time < trim.from || time >= trim.to - 0.05)) seek(trim.from)
    clip.toggle()
  }

  return (
    <div>
      <audio ref={ref} src={url} preload="metadata" {...clip.events} />
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{name}</p>
          <p className="text-sm text-quiet tabular-nums">
            {length > MAX_AUDIO_SECONDS
              ? words.tooLong(clock(length), MAX_AUDIO_SECONDS)
              : words.part(clock(trim.to - trim.from), clock(length))}
          </p>
        </div>
        <Button look="plain" aria-label={words.removeRecording} onClick={onRemove}>
          <X size={16} strokeWidth={1.5} aria-hidden />
          {words.remove}
        </Button>
      </div>
      <div className="mt-3 px-2">
        <Waveform {...{ sound, length, trim, time, onTrim }} most={MAX_AUDIO_SECONDS} />
      </div>
      <div className="mt-1 -ml-3 flex items-center gap-1">
        <button
          type="button"
          aria-label={playing ? words.pause : words.play}
          onClick={toggle}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control transition-colors hover:text-accent"
        >
          {playing ? <Pause {...ICON} /> : <Play {...ICON} />}
        </button>
        <span className="text-sm text-quiet tabular-nums">
          {words.part(clock(Math.max(0, time - trim.from)), clock(trim.to - trim.from))}
        </span>
        <Button look="plain" onClick={onAgain} className="ml-auto">
          <Mic size={16} strokeWidth={1.5} aria-hidden />
          {words.again}
        </Button>
      </div>
    </div>
  )
}
