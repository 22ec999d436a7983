'use client'

import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'
import { chooseTheme, onThemeChange, shownTheme } from './shown-theme'
import type { Theme } from './theme'

/** Changes between paper and stage. */
export function ThemeToggle() {
  const words = useWords(layoutWords)
  const theme = useSyncExternalStore(onThemeChange, shownTheme, () => null)
  const other: Theme = theme === 'stage' ? 'paper' : 'stage'
  return (
    <button
      type="button"
      aria-label={other === 'paper' ? words.useLight : words.useDark}
      onClick={() => chooseTheme(other)}
      className="inline-flex size-11 items-center justify-center rounded-control text-quiet transition-colors hover:text-ink"
    >
      {theme === 'stage' && <Sun size={20} strokeWidth={1.5} aria-hidden />}
      {theme === 'paper' && <Moon size={20} strokeWidth={1.5} aria-hidden />}
    </button>
  )
}
