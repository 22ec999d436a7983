import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Has the page's server say anew how long a video takes, whenever somebody comes back: the queue is another by then. */
export function useFreshOffers(): void {
  const router = useRouter()
  useEffect(() => {
    const ask = () => document.visibilityState === 'visible' && router.refresh()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [router])
}
