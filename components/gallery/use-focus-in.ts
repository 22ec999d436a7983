import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Which of the videos takes the focus; the first until one has been gone to. */
export function useFocusIn(grid: RefObject<HTMLElement | null>, videos: StudioVideo[]) {
  const [noted, setNoted] = useState('')
  const id = videos.some((video) => video.id === noted) ? noted : (videos[0]?.id ?? '')
  /** Whether the browser's focus is in the grid: where its video has been drawn anew in another row, it follows. */
  const inside = useRef(false)

  useLayoutEffect(() => {
    if (!inside.current || document.activeElement?.closest('[data-video]')?.getAttribute('data-video') === id)
      return
    grid.current?.querySelector<HTMLElement>(`[data-video="${CSS.escape(id)}"] a`)?.focus()
  })

  return {
    id,
    /** Takes the browser's focus there. */
    move(next: string) {
      inside.current = true
      setNoted(next)
    },
    /** The browser's focus has gone there by itself. */
    note: useCallback((next: string) => {
      inside.current = true
      setNoted(next)
    }, []),
    /** It has left. */
    leave: useCallback(() => {
      inside.current = false
    }, []),
  }
}

/** Who takes the focus where some are about to go: the next that stays, or the last before them. */
export function successorOf(videos: StudioVideo[], id: string, going: ReadonlySet<string>): string {
  const stays = (video: StudioVideo) => !going.has(video.id)
  const at = videos.findIndex((video) => video.id === id)
  return (videos.slice(at).find(stays) ?? videos.slice(0, at).findLast(stays))?.id ?? id
}
