import { useEffect, useRef } from 'react'
import { isRunning } from '@/components/api/use-video'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { playerWords } from '@/lib/words/player'

/**
 * Tells whoever is looking elsewhere that a video has ended: by the tab's title, until they come back, and by a
 * notification where they have allowed it.
 */
export function useDoneNotice(video: Pick<StudioVideo, 'status' | 'title'> | undefined): void {
  const words = useWords(playerWords)
  const { status, title } = video ?? {}
  const wasRunning = useRef(false)
  useEffect(() => {
    if (!status) return
    const ended = wasRunning.current && !isRunning({ status })
    wasRunning.current = isRunning({ status })
    if (!ended || !document.hidden) return
    const before = document.title
    const news = status === 'completed' ? words.ready : words.couldNotBeMade
    document.title = `${news} · ${title}`
    if (canNotify() === 'granted') new Notification(news, { body: title })
    const restore = () => {
      document.title = before
    }
    document.addEventListener('visibilitychange', restore, { once: true })
    return () => document.removeEventListener('visibilitychange', restore)
  }, [status, title, words])
}

/** Whether this browser lets the page notify: null where it cannot at all, as on plain http. */
export function canNotify(): NotificationPermission | null {
  return 'Notification' in globalThis && window.isSecureContext ? Notification.permission : null
}
