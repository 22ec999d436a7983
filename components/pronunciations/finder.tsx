import { useWords } from '@/components/words/language'
import { pronunciationWords } from '@/lib/words/pronunciations'

/** Narrows a long list to what is typed. */
export function Finder({ wanted, onChange }: { wanted: string; onChange: (wanted: string) => void }) {
  const words = useWords(pronunciationWords)
  return (
    <label className="flex items-center gap-3 text-sm">
      {words.find}
      <input
        type="search"
        value={wanted}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-40 rounded-control border border-strong bg-raised px-3 text-sm transition-colors hover:border-ink"
      />
    </label>
  )
}
