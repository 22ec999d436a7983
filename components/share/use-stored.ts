import { useEffect, useRef, useState } from 'react'
import type { Film } from '@/components/player/use-film'

/**
 * Whether to show the stored file. One that is finished while its live stream plays takes the stream's place at the next
 * pause or at the end, at the same moment of the film, so that nobody sees the change.
 */
export function useStored(finished: boolean, { ref, playing }: Film): boolean {
  const [stored, setStored] = useState(finished)
  const at = useRef(0)

  useEffect(() => {
    if (!finished || playing) return
    at.current = ref.current?.currentTime ?? 0
    setStored(true)
  }, [finished, playing, ref])

  useEffect(() => {
    const media = ref.current
    if (!stored || !media || at.current === 0) return
    const goOn = () => {
      media.currentTime = at.current
    }
    media.addEventListener('loadedmetadata', goOn, { once: true })
    return () => media.removeEventListener('loadedmetadata', goOn)
  }, [stored, ref])

  return stored
}
