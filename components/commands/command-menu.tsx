import { Command, Menu } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useWords } from '@/components/words/language'
import { commandWords } from '@/lib/words/commands'

// Neither costs anything until it is asked for.
const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette))
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet))

/** The button of the command palette, and its key: Ctrl or ⌘ with K, from anywhere. On a phone it is the menu. */
export function CommandMenu() {
  const words = useWords(commandWords)
  const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setShown('palette')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const close = () => setShown(null)
  return (
    <>
      <button
        type="button"
        aria-label={words.open}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown('palette')}
        className="inline-flex size-11 items-center justify-center rounded-control text-quiet transition-colors hover:text-ink"
      >
        <Command size={20} strokeWidth={1.5} aria-hidden className="max-sm:hidden" />
        <Menu size={20} strokeWidth={1.5} aria-hidden className="sm:hidden" />
      </button>
      {shown === 'palette' && <CommandPalette onClose={close} onShortcuts={() => setShown('shortcuts')} />}
      {shown === 'shortcuts' && <ShortcutSheet onClose={close} />}
    </>
  )
}
