import { useEffect, useRef } from 'react'
import type { Film } from '@/components/player/use-film'

const ENOUGH_SECONDS = 5
const ENOUGH_SHARE = 0.75
/** Between two looks at the time; more is a jump, and nobody watched what was jumped over. */
const LONGEST_STEP = 1

/** Tells the studio once that this film was watched: for 5 s, or three quarters of a short one. */
export function useViewCount(token: string, { time, length, playing }: Film) {
  const last = useRef(time)
  const watched = useRef(0)
  const told = useRef(false)

  useEffect(() => {
    const step = time - last.current
    last.current = time
    if (!playing || step <= 0 || step > LONGEST_STEP) return
    watched.current += step
    const enough = length > 0 ? Math.min(ENOUGH_SECONDS, length * ENOUGH_SHARE) : ENOUGH_SECONDS
    if (told.current || watched.current < enough) return
    told.current = true
    // A view that is not counted is nothing to bother a viewer with.
    fetch(`/s/${token}/views`, { method: 'POST', keepalive: true }).catch(() => {})
  }, [token, time, length, playing])
}
