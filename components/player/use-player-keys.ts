import { useEffect, useRef } from 'react'
import { type Command, commandOf } from './keys'

/** Here every key belongs to whoever is writing or choosing. */
const TAKES_KEYS =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="grid"], [role="dialog"], [role="alertdialog"], dialog'
/** These are moved by arrows. */
const TAKES_ARROWS = 'input, [role="tab"], [role="radio"]'
/** These are pressed by the space bar. */
const TAKES_SPACE = 'button, a[href], summary, input'

/**
 * Steers the player by keys, wherever on the page the focus is. Single keys can do harm to whoever dictates, so they
 * can be turned off (WCAG 2.1.4).
 */
export function usePlayerKeys(enabled: boolean, perform: (command: Command) => void): void {
  const latest = useRef(perform)
  useEffect(() => {
    latest.current = perform
  })
  useEffect(() => {
    if (!enabled) return
    function press(event: KeyboardEvent) {
      const command = commandOf(event.key)
      if (!command || belongsElsewhere(event)) return
      event.preventDefault()
      latest.current(command)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled])
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
    return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(TAKES_KEYS)) return true
  if (event.key.startsWith('Arrow')) return target?.closest(TAKES_ARROWS) != null
  return event.key === ' ' && target?.closest(TAKES_SPACE) != null
}
