import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

/** One of several panels that take each other's place; what it is called is its tab. */
export type Tab<Name extends string> = { name: Name; word: string; panel: ReactNode }

/**
 * Tabs as the ARIA pattern has them: one stop for the Tab key, arrows and Home and End between them, shown as soon as they
 * are reached. `beside` stands at the other end of their line.
 */
export function Tabs<Name extends string>({
  label,
  tabs,
  shown,
  onShow,
  beside,
}: {
  label: string
  tabs: Tab<Name>[]
  shown: Name
  onShow: (name: Name) => void
  beside: ReactNode
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = tabs.findIndex(({ name }) => name === shown)

  function move(event: KeyboardEvent) {
    const target = indexAfter(event.key, at, tabs.length)
    if (target === null) return
    event.preventDefault()
    onShow(tabs[target].name)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus()
  }

  return (
    <div className="group/field flex flex-1 flex-col">
      <div className="flex items-center justify-between gap-6 border-b border-hair transition-colors group-has-[[role=textbox]:focus]/field:border-ink group-has-[textarea:focus]/field:border-ink">
        <div ref={list} role="tablist" aria-label={label} className="flex shrink-0 gap-6">
          {tabs.map(({ name, word }) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              aria-selected={name === shown}
              aria-controls={`${id}-panel`}
              tabIndex={name === shown ? 0 : -1}
              onClick={() => onShow(name)}
              onKeyDown={move}
              className="group min-h-11 rounded-control text-sm font-medium text-quiet transition-colors hover:text-ink aria-selected:text-ink"
            >
              <span className="relative block py-3 after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 group-aria-selected:after:bg-ink">
                {word}
              </span>
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div
        key={shown}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown}`}
        tabIndex={-1}
        className="flex flex-1 flex-col pt-4"
      >
        {tabs[at].panel}
      </div>
    </div>
  )
}

/** Which of `count` a key leads to from the one at `index`, around the ends; null for other keys. */
export function indexAfter(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
