'use client'

import { useEffect, useState } from 'react'
import { useHydrated } from './use-hydrated'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const TICK_MS = 30_000

// Kept, because making one costs more than all the rest of a line in a list.
const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const WITH_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A moment (unix seconds), past or to come: in relative words up to a day, then as a date in the reader's time zone. */
export function When({ at }: { at: number }) {
  // Server and browser may disagree about zone and minute, so the element is made anew once hydrated.
  const hydrated = useHydrated()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <time
      key={String(hydrated)}
      dateTime={new Date(at * 1000).toISOString()}
      title={LONG.format(at * 1000)}
      suppressHydrationWarning
    >
      {words(at, now / 1000)}
    </time>
  )
}

function words(at: number, now: number): string {
  const ago = now - at
  if (Math.abs(ago) < DAY) return ago < 0 ? ahead(-ago) : back(ago)
  const date = new Date(at * 1000)
  const sameYear = date.getFullYear() === new Date(now * 1000).getFullYear()
  return (sameYear ? DAY_AND_MONTH : WITH_YEAR).format(date)
}

function back(seconds: number): string {
  if (seconds < MINUTE) return 'just now'
  return seconds < HOUR ? `${Math.floor(seconds / MINUTE)} min ago` : `${Math.floor(seconds / HOUR)} h ago`
}

function ahead(seconds: number): string {
  return seconds < HOUR ? `in ${Math.ceil(seconds / MINUTE)} min` : `in ${Math.round(seconds / HOUR)} h`
}
