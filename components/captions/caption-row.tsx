import { Merge, Play, Split, Trash2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useWords } from '@/components/words/language'
import { MAX_CUE_CHARACTERS } from '@/lib/boson/limits'
import type { Cue } from '@/lib/boson/schemas'
import { captionWords } from '@/lib/words/captions'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

export type CueActions = {
  write: (text: string) => void
  move: (edge: 'start' | 'end', to: number) => void
  /** At a character of the text. */
  split: (at: number) => void
  merge: () => void
  remove: () => void
  play: () => void
}

/** One caption: when it shows, what it says, and what can be done with it. */
export function CaptionRow({
  cue,
  number,
  isLast,
  isShown,
  actions,
}: {
  cue: Cue
  number: number
  isLast: boolean
  /** Whether the film is at this caption. */
  isShown: boolean
  actions: CueActions
}) {
  const words = useWords(captionWords)
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <li className="relative border-b border-hair py-3">
      {isShown && <span aria-hidden className="absolute inset-y-3 -left-3 w-0.5 bg-accent" />}
      <div className="flex flex-wrap items-center gap-x-2">
        <Time label={words.begins(number)} value={cue.start} onChange={(to) => actions.move('start', to)} />
        <span aria-hidden className="text-quiet">
          –
        </span>
        <Time label={words.ends(number)} value={cue.end} onChange={(to) => actions.move('end', to)} />
        <div className="-mr-3 ml-auto flex">
          <Act label={words.play(number)} onClick={actions.play}>
            <Play {...ICON} />
          </Act>
          <Act label={words.split(number)} onClick={() => actions.split(field.current?.selectionStart ?? 0)}>
            <Split {...ICON} />
          </Act>
          {!isLast && (
            <Act label={words.merge(number)} onClick={actions.merge}>
              <Merge {...ICON} />
            </Act>
          )}
          <Act label={words.remove(number)} onClick={actions.remove}>
            <Trash2 {...ICON} />
          </Act>
        </div>
      </div>
      <textarea
        ref={field}
        aria-label={words.caption(number)}
        value={cue.text}
        rows={Math.max(1, Math.ceil(cue.text.length / 44))}
        maxLength={MAX_CUE_CHARACTERS}
        placeholder={words.saidHere}
        onChange={(event) => actions.write(event.target.value.replaceAll('\n', ' '))}
        className="mt-1 block min-h-11 w-full resize-none rounded-control border border-hair bg-transparent px-3 py-2.5 leading-6 caret-accent transition-colors field-sizing-content hover:border-strong"
      />
    </li>
  )
}

/** Seconds, to be typed or moved by a tenth with the arrow keys. */
function Time({ label, value, onChange }: { label: string; value: number; onChange: (to: number) => void }) {
  return (
    <input
      type="number"
      aria-label={label}
      step={0.1}
      min={0}
      value={value.toFixed(2)}
      onChange={(event) => event.target.value !== '' && onChange(Number(event.target.value))}
      className="min-h-9 w-20 rounded-control border border-hair bg-transparent px-2 text-sm tabular-nums transition-colors hover:border-strong pointer-coarse:min-h-11"
    />
  )
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-11 items-center justify-center rounded-control text-quiet transition-colors hover:text-ink"
    >
      {children}
    </button>
  )
}
