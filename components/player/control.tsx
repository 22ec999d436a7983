import type { ReactNode } from 'react'

/** A button under the film: a picture of what it does, and its name for whoever cannot see it. */
export function Control({
  label,
  pressed,
  expanded,
  wideOnly = false,
  onClick,
  children,
}: {
  label: string
  pressed?: boolean
  expanded?: boolean
  /** Left to the menu where the player is narrow. */
  wideOnly?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      onClick={onClick}
      className={`inline-flex size-11 items-center justify-center rounded-control transition-colors hover:text-accent ${wideOnly ? '@max-[21rem]:hidden' : ''}`}
    >
      {children}
    </button>
  )
}
