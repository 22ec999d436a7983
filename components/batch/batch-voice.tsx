import { Square, Volume2 } from 'lucide-react'
import { useHearing } from '@/components/studio/use-hearing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Voice } from '@/lib/batches/lines'
import { batchWords } from '@/lib/words/batch'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** Who speaks where a row names no voice, to be heard with the first line. */
export function BatchVoice({
  voices,
  chosen,
  line,
  onChoose,
}: {
  voices: Voice[]
  chosen: string
  /** What is said to hear it. */
  line: string
  onChoose: (id: string) => void
}) {
  const words = useWords(batchWords)
  const { now, failure, hear, stop } = useHearing()
  return (
    <div className="border-t border-hair pt-4">
      <label htmlFor="batch-voice" className="block text-sm font-medium">
        {words.voice}
      </label>
      <div className="mt-2 flex gap-2">
        <select
          id="batch-voice"
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
          className="min-h-11 min-w-0 flex-1 rounded-control border border-strong bg-raised px-3 text-sm transition-colors hover:border-ink"
        >
          {voices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button disabled={line.trim() === ''} onClick={() => (now ? stop() : hear(chosen, line, chosen))}>
          {now ? <Square {...ICON} /> : <Volume2 {...ICON} />}
          {now ? words.stop : words.listen}
        </Button>
      </div>
      {failure && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {failure.sentence}
        </p>
      )}
    </div>
  )
}
