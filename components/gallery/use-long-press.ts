import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from 'react'

const LONG_MS = 500
/** A finger that moves farther scrolls. */
const STILL_PX = 10

type Press = { x: number; y: number; timer: ReturnType<typeof setTimeout> }

/** Acts when a finger rests on something, in the place of what the browser or a tap would do there. */
export function useLongPress(act: () => void) {
  const press = useRef<Press | null>(null)
  const acted = useRef(false)
  const latest = useRef(act)
  latest.current = act

  const end = useCallback(() => {
    if (press.current) clearTimeout(press.current.timer)
    press.current = null
  }, [])
  useEffect(() => end, [end])

  return {
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      end()
      acted.current = false
      if (pointerType !== 'touch' || !isPrimary) return
      const timer = setTimeout(() => {
        acted.current = true
        latest.current()
      }, LONG_MS)
      press.current = { x: clientX, y: clientY, timer }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** The browser's menu of the link, which some open at about the same time. */
    onContextMenu: (event: MouseEvent) => {
      if (press.current || acted.current) event.preventDefault()
    },
    onClickCapture: (event: MouseEvent) => {
      if (!acted.current) return
      acted.current = false
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
