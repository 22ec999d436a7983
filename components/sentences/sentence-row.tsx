import { LoaderCircle, Play, Square, Undo2, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { sentenceWords } from '@/lib/words/sentences'
import type { Sentence } from './changed-script'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** One sentence: when it is said, what it says, and what it would say instead. */
export function SentenceRow({
  number,
  sentence,
  text,
  isChanged,
  heard,
  failure,
  onWrite,
  onTakeBack,
  onPlay,
  onHear,
}: {
  number: number
  sentence: Sentence
  text: string
  isChanged: boolean
  /** How its new words are being heard, if they are. */
  heard: 'waiting' | 'playing' | null
  failure: ReactNode
  onWrite: (text: string) => void
  onTakeBack: () => void
  onPlay: () => void
  onHear: () => void
}) {
  const words = useWords(sentenceWords)
  const { start } = sentence
  const isLeftOut = isChanged && text.trim() === ''
  return (
    <li className="relative border-b border-hair py-2">
      {isChanged && <span aria-hidden className="absolute inset-y-2 -left-3 w-0.5 bg-accent" />}
      <div className="flex items-start gap-1">
        {start !== null && (
          <button
            type="button"
            aria-label={words.play(number, clock(start))}
            onClick={onPlay}
            className="-ml-2 inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-control px-2 text-sm text-quiet tabular-nums transition-colors hover:text-ink"
          >
            <Play {...ICON} />
            {clock(start)}
          </button>
        )}
        <textarea
          aria-label={words.sentence(number)}
          value={text}
          rows={Math.max(1, Math.ceil(text.length / 44))}
          placeholder={words.leftOut}
          onChange={(event) => onWrite(event.target.value)}
          className="block min-h-11 w-full min-w-0 resize-none rounded-control border border-transparent bg-transparent px-2 py-2.5 leading-6 caret-accent transition-colors field-sizing-content hover:border-strong focus:border-strong"
        />
      </div>
      {isChanged && (
        <div className="flex flex-wrap items-center gap-x-2">
          {isLeftOut ? (
            <p className="flex min-h-11 items-center px-2 text-sm text-quiet">{words.isLeftOut}</p>
          ) : (
            <Button look="plain" onClick={onHear}>
              {heard === 'playing' ? (
                <Square {...ICON} />
              ) : heard === 'waiting' ? (
                <LoaderCircle {...ICON} className="motion-safe:animate-spin" />
              ) : (
                <Volume2 {...ICON} />
              )}
              {heard ? words.stop : words.hear}
            </Button>
          )}
          <Button look="plain" onClick={onTakeBack}>
            <Undo2 {...ICON} />
            {words.asItWas}
          </Button>
        </div>
      )}
      {failure && (
        <p role="alert" className="px-2 pb-2 text-sm text-danger">
          {failure}
        </p>
      )}
    </li>
  )
}
