'use client'

import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'
import { THEME_COOKIE, type Theme } from './theme'

const YEAR_SECONDS = 31_536_000

/** Changes between paper and stage. The server reads the cookie, so the next page arrives in the right theme. */
export function ThemeToggle() {
  const words = useWords(layoutWords)
  const theme = useSyncExternalStore(subscribe, shownTheme, () => null)
  const other: Theme = theme === 'stage' ? 'paper' : 'stage'
  return (
    <button
      type="button"
      aria-label={other === 'paper' ? words.useLight : words.useDark}
      onClick={() => choose(other)}
      className="inline-flex size-11 items-center justify-center rounded-control text-quiet transition-colors hover:text-ink"
    >
      {theme === 'stage' && <Sun size={20} strokeWidth={1.5} aria-hidden />}
      {theme === 'paper' && <Moon size={20} strokeWidth={1.5} aria-hidden />}
    </button>
  )
}

function choose(theme: Theme) {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'paper' || chosen === 'stage') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'stage' : 'paper'
}

function subscribe(changed: () => void) {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    observer.disconnect()
  }
}
