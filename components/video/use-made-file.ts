import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { getMadeFile, type MadeVariant, makeFile, stopFile } from '@/components/api/made-files'
import { errorSentence } from '@/components/api/request'
import { downloadWords } from '@/lib/words/downloads'
import { pageWords } from '@/lib/words/page-words'

const LOOK_EVERY_MS = 500

export type FileMaking = {
  /** What is being made: how far, 0…100, null where nobody can tell. */
  now: { variant: MadeVariant; progress: number | null } | null
  failure: ReactNode
  /** Resolves to whether it is there. */
  make: (variant: MadeVariant) => Promise<boolean>
  stop: () => void
}

/** Has a file of a video made that takes a while, and says how far it is. It is stopped when the page is left. */
export function useMadeFile(id: string): FileMaking {
  const [now, setNow] = useState<FileMaking['now']>(null)
  const [failure, setFailure] = useState<ReactNode>(null)
  const wish = useRef<{ variant: MadeVariant; stopped: boolean } | null>(null)

  const stop = useCallback(() => {
    if (!wish.current) return
    wish.current.stopped = true
    void stopFile(id, wish.current.variant).catch(() => {})
    wish.current = null
    setNow(null)
  }, [id])
  useEffect(() => stop, [stop])

  const make = useCallback(
    async (variant: MadeVariant) => {
      const mine = { variant, stopped: false }
      wish.current = mine
      setFailure(null)
      setNow({ variant, progress: null })
      try {
        let file = await makeFile(id, variant)
        while (file.status === 'making' && !mine.stopped) {
          setNow({ variant, progress: file.progress })
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
          file = await getMadeFile(id, variant)
        }
        if (mine.stopped) return false
        if (file.status === 'absent') setFailure(pageWords(downloadWords).notMade)
        return file.status === 'ready'
      } catch (error) {
        if (!mine.stopped) setFailure(errorSentence(error))
        return false
      } finally {
        if (wish.current === mine) {
          wish.current = null
          setNow(null)
        }
      }
    },
    [id],
  )
  return { now, failure, make, stop }
}
