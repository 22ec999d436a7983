import type { RefObject } from 'react'
import { duration } from '@/components/ui/text'
import { MAX_AUDIO_SECONDS, MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'

/** The script as a page to write on, its length counted underneath. */
export function ScriptField({
  text,
  seconds,
  onChange,
  field,
}: {
  text: string
  /** Expected length when spoken. */
  seconds: number
  onChange: (text: string) => void
  field: RefObject<HTMLTextAreaElement | null>
}) {
  const tooMany = text.length > MAX_SCRIPT_CHARACTERS
  const tooLong = seconds > MAX_AUDIO_SECONDS
  return (
    <>
      <textarea
        ref={field}
        aria-label="Script"
        aria-describedby="script-length"
        aria-invalid={tooMany || undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        placeholder="What should they say?"
        className="block field-sizing-content min-h-32 w-full flex-1 resize-none text-lg caret-accent outline-none placeholder:text-quiet"
      />
      <p
        id="script-length"
        className={`mt-2 text-sm tabular-nums ${tooMany || tooLong ? 'text-danger' : 'text-quiet'}`}
      >
        {lengthInWords(text.length, seconds)}
      </p>
    </>
  )
}

function lengthInWords(characters: number, seconds: number): string {
  if (characters === 0) return `Up to ${grouped(MAX_SCRIPT_CHARACTERS)} characters and ${MAX_AUDIO_SECONDS} s`
  const count = `${grouped(characters)} characters`
  if (characters > MAX_SCRIPT_CHARACTERS) {
    return `${count}. The limit is ${grouped(MAX_SCRIPT_CHARACTERS)}: take out ${grouped(characters - MAX_SCRIPT_CHARACTERS)}.`
  }
  if (seconds > MAX_AUDIO_SECONDS) {
    return `${count}, about ${duration(seconds)}. A video is at most ${MAX_AUDIO_SECONDS} s long, so this is likely too much.`
  }
  return seconds > 0 ? `${count}, about ${duration(seconds)}` : count
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
