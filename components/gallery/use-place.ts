import { useEffect, useState, useSyncExternalStore } from 'react'
import { leaveBehind, newVisit, visitReturnedTo } from '@/components/api/visit'

/** Nearer to the top than this, somebody looks at what is newest. */
const TOP_PX = 80
const REST_MS = 150

/** Where somebody is in the gallery, kept in the browser's history so that they come back to it. */
export function usePlace() {
  const [returned] = useState(visitReturnedTo)
  const [visit] = useState(() => returned?.visit ?? newVisit())
  const atTop = useSyncExternalStore(
    subscribe,
    () => window.scrollY < TOP_PX,
    () => true,
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = () => leaveBehind({ visit, y: window.scrollY })
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(leave, REST_MS)
    }
    leave()
    window.addEventListener('scroll', later, { passive: true })
    // Before a link is followed, which may be sooner than the scroll has come to rest.
    window.addEventListener('click', leave, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', later)
      window.removeEventListener('click', leave, { capture: true })
    }
  }, [visit])

  return { visit, atTop, returnTo: returned?.y ?? null }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('scroll', changed, { passive: true })
  return () => window.removeEventListener('scroll', changed)
}
