import { useWords } from '@/components/words/language'
import { pronunciationWords } from '@/lib/words/pronunciations'

/** Which voice is listened to, in one line. */
export function VoicePicker({
  voices,
  chosen,
  onChoose,
}: {
  voices: { id: string; name: string }[]
  chosen: string
  onChoose: (id: string) => void
}) {
  const words = useWords(pronunciationWords)
  return (
    <label className="flex items-center gap-3 text-sm">
      {words.voice}
      <select
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 rounded-control border border-strong bg-raised px-3 text-sm transition-colors hover:border-ink"
      >
        {voices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
