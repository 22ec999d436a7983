import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '@/components/words/language'
import { filterWords } from '@/lib/words/filters'

/** A pause in typing after which is searched. */
const PAUSE_MS = 250

export function SearchField({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { search } = useWords(filterWords)
  const [typed, setTyped] = useState(words)
  const [asked, setAsked] = useState(words)
  // Where the address changes by other means, the field follows.
  if (words !== asked) {
    setAsked(words)
    setTyped(words)
  }
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === asked) return
    const timer = setTimeout(() => {
      setAsked(wanted)
      onSearch(wanted)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, asked, onSearch])
  return (
    <div className="relative flex w-full items-center sm:mr-2 sm:w-64">
      <Search
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className="pointer-events-none absolute left-3 text-quiet"
      />
      <input
        type="search"
        aria-label={search}
        placeholder={search}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className="min-h-11 w-full rounded-control border border-strong bg-raised pr-3 pl-9 text-base transition-colors placeholder:text-quiet hover:border-ink sm:text-sm"
      />
    </div>
  )
}
