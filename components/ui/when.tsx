'use client'

import { useEffect, useState } from 'react'
import { useLanguage } from '@/components/words/language'
import { type Language, LOCALES } from '@/lib/words/language'
import { whenWords } from '@/lib/words/when'
import { useHydrated } from './use-hydrated'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const TICK_MS = 30_000

const DATES = {
  long: { dateStyle: 'long', timeStyle: 'short' },
  dayAndMonth: { day: 'numeric', month: 'short' },
  withYear: { day: 'numeric', month: 'short', year: 'numeric' },
} as const
const formats = new Map<string, Intl.DateTimeFormat>()

/** Made when first needed, and kept: making one costs more than all the rest of a line in a list. */
function format(date: keyof typeof DATES, language: Language): Intl.DateTimeFormat {
  const known = formats.get(date + language)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALES[language], DATES[date])
  formats.set(date + language, made)
  return made
}

/** A moment (unix seconds), past or to come: in relative words up to a day, then as a date in the reader's time zone. */
export function When({ at }: { at: number }) {
  const language = useLanguage()
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
      // Only when somebody points at it, for most are never asked.
      onMouseEnter={({ currentTarget }) => {
        currentTarget.title = format('long', language).format(at * 1000)
      }}
      suppressHydrationWarning
    >
      {momentWords(at, now / 1000, language)}
    </time>
  )
}

/** A moment as it is said at another, both in unix seconds. */
export function momentWords(at: number, now: number, language: Language): string {
  const ago = now - at
  if (Math.abs(ago) < DAY) return ago < 0 ? ahead(-ago, language) : back(ago, language)
  const date = new Date(at * 1000)
  const sameYear = date.getFullYear() === new Date(now * 1000).getFullYear()
  return whenWords[language].onDay(format(sameYear ? 'dayAndMonth' : 'withYear', language).format(date))
}

function back(seconds: number, language: Language): string {
  const words = whenWords[language]
  if (seconds < MINUTE) return words.justNow
  if (seconds < HOUR) return words.minutesAgo(Math.floor(seconds / MINUTE))
  return words.hoursAgo(Math.floor(seconds / HOUR))
}

function ahead(seconds: number, language: Language): string {
  const words = whenWords[language]
  return seconds < HOUR
    ? words.inMinutes(Math.ceil(seconds / MINUTE))
    : words.inHours(Math.round(seconds / HOUR))
}
