import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { View } from '@/components/stage/view'

type Spot = { x: number; y: number }

/** Of the frame, for a press of an arrow key. */
const STEP = 0.02
const ZOOM_STEP = 1.08
const ARROWS: Record<string, Spot> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}
const ZOOMS: Record<string, number> = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP, _: 1 / ZOOM_STEP }

/**
 * Moves a view by dragging, wheel, two fingers, arrow keys, plus and minus. The picture goes where the hand goes.
 *
 * @param shown the part of the picture in the frame, in shares of the picture
 */
export function useFrameGestures(
  frame: RefObject<HTMLElement | null>,
  shown: { width: number; height: number },
  move: (change: (view: View) => View) => void,
) {
  const fingers = useRef(new Map<number, Spot>())

  /** Moves the picture by shares of the frame. */
  const pan = ({ x, y }: Spot) =>
    move((view) => ({ ...view, x: view.x - x * shown.width, y: view.y - y * shown.height }))
  const zoom = (by: number) => move((view) => ({ ...view, zoom: view.zoom * by }))

  const latest = useRef(zoom)
  latest.current = zoom
  useEffect(() => {
    const element = frame.current
    // React's own listener may not keep the page from scrolling.
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      latest.current(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)))
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [frame])

  function drag(event: PointerEvent<HTMLElement>) {
    const before = [...fingers.current.values()]
    if (!fingers.current.has(event.pointerId)) return
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const after = [...fingers.current.values()]
    const { clientWidth, clientHeight } = event.currentTarget
    const [from, to] = [middleOf(before), middleOf(after)]
    pan({ x: (to.x - from.x) / clientWidth, y: (to.y - from.y) / clientHeight })
    if (after.length === 2) zoom(apart(after) / Math.max(1, apart(before)))
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove: drag,
    onPointerUp: (event: PointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const arrow = ARROWS[event.key]
      const by = ZOOMS[event.key]
      if (!arrow && !by) return
      event.preventDefault()
      if (arrow) pan(arrow)
      else zoom(by)
    },
  }
}

function middleOf(spots: Spot[]): Spot {
  const sum = spots.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / spots.length, y: sum.y / spots.length }
}

function apart([a, b]: Spot[]): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
