import { Plus, Search } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { directionWords } from '@/lib/words/directions'
import { scriptWords } from '@/lib/words/script'
import { type DirectionKind, findDirections, textOf } from './directions'

/** How a line is to be said, by kind and by search; what is chosen goes where the caret is. */
export function DirectionMenu({ onChoose }: { onChoose: (text: string) => void }) {
  const words = useWords(directionWords)
  const { addDirection } = useWords(scriptWords)
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const chosen = useRef<string | null>(null)
  const kinds = findDirections(wanted, words)

  function choose(text: string) {
    chosen.current = text
    setOpen(false)
  }

  return (
    <Popover.Root
      open={open}
      onOpenChange={(wanted) => {
        setOpen(wanted)
        setWanted('')
      }}
    >
      <Popover.Trigger asChild>
        <Button look="plain">
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          {addDirection}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="bottom"
          align="end"
          collisionPadding={16}
          aria-label={addDirection}
          onKeyDown={(event) => step(event, list.current)}
          onCloseAutoFocus={(event) => {
            if (!chosen.current) return
            event.preventDefault()
            onChoose(chosen.current)
            chosen.current = null
          }}
          className="z-30 flex max-h-[min(26rem,var(--radix-popover-content-available-height))] w-[min(24rem,calc(100vw-2rem))] animate-appear flex-col rounded-media border border-strong bg-raised text-ink outline-none"
        >
          <label className="flex items-center gap-2 border-b border-hair px-4 text-quiet">
            <Search size={16} strokeWidth={1.5} aria-hidden />
            <span className="sr-only">{words.search}</span>
            <input
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => {
                const first = kinds[0]?.directions[0]
                if (event.key === 'Enter' && wanted && first) choose(textOf(first.tag))
              }}
              placeholder={words.example}
              className="min-h-11 w-full bg-transparent text-base text-ink outline-none placeholder:text-quiet"
            />
          </label>
          <div ref={list} className="overflow-y-auto overscroll-contain px-4 pb-4">
            {kinds.map((kind) => (
              <Kind key={kind.title} kind={kind} onChoose={choose} />
            ))}
            {kinds.length === 0 && <p className="py-4 text-sm text-quiet">{words.nothing(wanted.trim())}</p>}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Kind({ kind, onChoose }: { kind: DirectionKind; onChoose: (text: string) => void }) {
  return (
    <section aria-label={kind.title} className="pt-4">
      <h3 className="text-sm font-medium">
        {kind.title} <span className="font-normal text-quiet">{kind.hint}</span>
      </h3>
      <div className="mt-2 flex flex-wrap gap-x-2">
        {kind.directions.map(({ tag, words }) => (
          <button
            key={tag.text}
            type="button"
            onClick={() => onChoose(textOf(tag))}
            className="group flex min-h-11 items-center text-sm focus-visible:outline-none lg:min-h-9"
          >
            <span className="rounded-control border border-hair px-2 py-0.5 transition-colors group-hover:border-ink group-focus-visible:outline-2 group-focus-visible:outline-ink">
              {words}
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}

/** Arrow keys go from the search to the directions and from one to the next. */
function step(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  const typing = event.target instanceof HTMLInputElement
  if (!by || !list || (typing && event.key !== 'ArrowDown')) return
  event.preventDefault()
  const buttons = [...list.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[Math.max(0, Math.min(at + by, buttons.length - 1))]?.focus()
}
