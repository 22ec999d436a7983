import { useEffect, useRef } from 'react'
import { isRunning } from '@/components/api/use-video'
import type { StudioVideo } from '@/lib/boson/schemas'

/**
 * Tells whoever is looking elsewhere that a video has ended: by the tab's title, until they come back, and by a
 * notification where they have allowed it.
 */
export function useDoneNotice(video: Pick<StudioVideo, 'status' | 'title'> | undefined): void {
  const { status, title } = video ?? {}
  const wasRunning = useRef(false)
  useEffect(() => {
    if (!status) return
    const ended = wasRunning.current && !isRunning({ status })
    wasRunning.current = isRunning({ status })
    if (!ended || !document.hidden) return
    const before = document.title
    const words = status === 'completed' ? 'Your video is ready' : 'Your video could not be made'
    document.title = `${words} · ${title}`
    if (canNotify() === 'granted') new Notification(words, { body: title })
    const restore = () => {
      document.title = before
    }
    document.addEventListener('visibilitychange', restore, { once: true })
    return () => document.removeEventListener('visibilitychange', restore)
  }, [status, title])
}

/** Whether this browser lets the page notify: null where it cannot at all, as on plain http. */
export function canNotify(): NotificationPermission | null {
  return 'Notification' in globalThis && window.isSecureContext ? Notification.permission : null
}
