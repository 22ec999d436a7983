import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { speak } from '@/components/api/speech'
import type { Engine } from '@/components/api/videos'

/** Sounds kept for hearing them again: some 20 kB a second each. */
const MOST_KEPT = 60

export type Hearing = {
  /** What is being spoken or played, by the name its caller gave it. */
  now: { name: string; playing: boolean } | null
  /** Why the last one could not be heard. */
  failure: { name: string; sentence: ReactNode } | null
  /** Says it in the voice; what was playing stops. */
  hear: (name: string, text: string, voice: string) => void
  stop: () => void
  /** Has everything spoken anew, because words are said otherwise now. */
  forget: () => void
}

/**
 * Hears lines and voices before a video is made: one at a time, each text in each voice spoken once. Spoken by whom the
 * studio has, unless an engine is named.
 */
export function useHearing(engine?: Engine): Hearing {
  const [now, setNow] = useState<Hearing['now']>(null)
  const [failure, setFailure] = useState<Hearing['failure']>(null)
  const sounds = useRef(new Map<string, string>())
  const wish = useRef<AbortController | null>(null)
  const player = useRef<HTMLAudioElement | null>(null)

  const stop = useCallback(() => {
    wish.current?.abort()
    player.current?.pause()
    setNow(null)
  }, [])
  useEffect(() => stop, [stop])

  const hear = useCallback(
    async (name: string, text: string, voice: string) => {
      stop()
      wish.current = new AbortController()
      const { signal } = wish.current
      setFailure(null)
      setNow({ name, playing: false })
      try {
        const sound = new Audio(await spoken(sounds.current, { text, voice, engine }, signal))
        if (signal.aborted) return
        player.current = sound
        sound.onended = () => !signal.aborted && setNow(null)
        await sound.play()
        if (!signal.aborted) setNow({ name, playing: true })
      } catch (error) {
        if (signal.aborted) return
        setNow(null)
        setFailure({ name, sentence: errorSentence(error) })
      }
    },
    [stop, engine],
  )

  const forget = useCallback(() => sounds.current.clear(), [])
  return { now, failure, hear, stop, forget }
}

async function spoken(
  sounds: Map<string, string>,
  { text, voice, engine }: { text: string; voice: string; engine?: Engine },
  signal: AbortSignal,
): Promise<string> {
  const key = `${engine} ${voice} ${text}`
  const kept = sounds.get(key)
  if (kept) return kept
  const address = await speak(text, voice, [], signal, engine)
  sounds.set(key, address)
  for (const oldest of sounds.keys()) {
    if (sounds.size <= MOST_KEPT) break
    sounds.delete(oldest)
  }
  return address
}
