import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Room } from './rows'

/** The caption under each picture: see `CAPTION` in gallery-item. */
const CAPTION_REM = 2

/** What rows are laid out in; `below` is what lies under a row's pictures, up to the next row. */
export type MeasuredRoom = Room & { below: number }

/** The grid's measures, read from its style, so that they are said once, in CSS. Null on the server. */
export function useRoom(grid: RefObject<HTMLElement | null>): MeasuredRoom | null {
  const [room, setRoom] = useState<MeasuredRoom | null>(null)
  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return
    const update = () => {
      const now = measure(element)
      setRoom((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    update()
    const observer = new ResizeObserver(update)
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid])
  return room
}

function measure(element: HTMLElement): MeasuredRoom {
  const style = getComputedStyle(element)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const inRem = (name: string) => Number.parseFloat(style.getPropertyValue(name)) * rem
  return {
    width: element.getBoundingClientRect().width,
    gap: Number.parseFloat(style.columnGap),
    usual: inRem('--usual'),
    tallest: inRem('--tallest'),
    below: CAPTION_REM * rem + Number.parseFloat(style.rowGap),
  }
}
