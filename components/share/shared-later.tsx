'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { LiveDot } from '@/components/stage/progress-words'
import { Curtain } from './curtain'

const REFRESH_MS = 3000

/** A film that is shared but not there yet: the page looks again by itself until it is. */
export function SharedLater({
  title,
  sharedBy,
  failed,
}: {
  title: string
  sharedBy: string
  failed: boolean
}) {
  const router = useRouter()
  useEffect(() => {
    if (failed) return
    const timer = setInterval(() => router.refresh(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [failed, router])

  return (
    <Curtain title={title}>
      {failed ? (
        <p>This video could not be made. {sharedBy} can try again, and this page will then show it.</p>
      ) : (
        <p role="status" className="inline-flex items-center gap-2">
          <LiveDot />
          Still being made. It will appear here by itself.
        </p>
      )}
    </Curtain>
  )
}
