import { Pause, Play, X } from 'lucide-react'
import { Scrubber } from '@/components/player/scrubber'
import { useFilm } from '@/components/player/use-film'
import { Ruler } from '@/components/stage/line'
import { Button } from '@/components/ui/button'
import { bytes, clock } from '@/components/ui/text'
import { useLocale, useWords } from '@/components/words/language'
import { recordingWords } from '@/lib/words/recording'

const ICON = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The chosen recording on a line of its own, to be heard before it is used. */
export function RecordingClip({
  file,
  url,
  seconds,
  onRemove,
}: {
  file: File
  url: string
  seconds: number | null
  onRemove: () => void
}) {
  const words = useWords(recordingWords)
  const size = bytes(file.size, useLocale())
  const clip = useFilm<HTMLAudioElement>(seconds ?? 0)
  return (
    <div>
      <audio ref={clip.ref} src={url} preload="metadata" {...clip.events} />
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{file.name}</p>
          <p className="text-sm text-quiet tabular-nums">
            {seconds === null ? size : `${clock(seconds)}, ${size}`}
          </p>
        </div>
        <Button look="plain" onClick={onRemove}>
          <X size={16} strokeWidth={1.5} aria-hidden />
          {words.remove}
        </Button>
      </div>
      {clip.failed ? (
        <p className="mt-3 text-sm text-quiet">{words.unplayable}</p>
      ) : (
        <div className="mt-2 -ml-3 flex items-center gap-1">
          <button
            type="button"
            aria-label={clip.playing ? words.pause : words.play}
            onClick={clip.toggle}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-control transition-colors hover:text-accent"
          >
            {clip.playing ? <Pause {...ICON} /> : <Play {...ICON} />}
          </button>
          <div className="relative h-6 flex-1">
            <Ruler seconds={clip.length} />
            <Scrubber film={clip} />
          </div>
          <span className="ml-3 text-sm text-quiet tabular-nums">{clock(clip.time)}</span>
        </div>
      )}
    </div>
  )
}
