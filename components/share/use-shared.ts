import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import type { SharedVideo } from '@/lib/share/shared-video'

const UNFINISHED_MS = 1000
/** While it plays, so that a link taken back stops what is watched; and after it failed, since it may be tried again. */
const WATCHED_MS = 5000

/**
 * What a link shows, kept up to date: often while it is being made, now and then while it is played. `lost` while the
 * studio cannot be reached. Once the gate is closed the page is asked for anew, and says why.
 */
export function useShared(token: string, initial: SharedVideo, playing: boolean) {
  const router = useRouter()
  const [video, setVideo] = useState(initial)
  const [lost, setLost] = useState(false)
  const running = video.status === 'queued' || video.status === 'in_progress'
  const failed = video.status === 'failed'

  const look = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await ask(token, signal)
      if (signal?.aborted) return
      if (answer === 'closed') router.refresh()
      setLost(answer === 'lost')
      if (typeof answer === 'object') setVideo(answer)
    },
    [token, router],
  )

  useEffect(() => {
    if (!running && !playing && !failed) return
    const ended = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const later = () => {
      timer = setTimeout(() => look(ended.signal).then(later), running ? UNFINISHED_MS : WATCHED_MS)
    }
    later()
    return () => {
      ended.abort()
      clearTimeout(timer)
    }
  }, [running, playing, failed, look])

  return { video, running, lost, look }
}

async function ask(token: string, signal?: AbortSignal): Promise<SharedVideo | 'closed' | 'lost'> {
  const response = await fetch(`/s/${token}/state`, { signal }).catch(() => null)
  if (response?.status === 404 || response?.status === 403) return 'closed'
  if (!response?.ok) return 'lost'
  // Only now, because reading answers takes more code than the whole page before anything is played.
  const { sharedVideoSchema } = await import('@/lib/share/shared-video')
  const parsed = sharedVideoSchema.safeParse(await response.json().catch(() => null))
  return parsed.success ? parsed.data : 'lost'
}
