import type { RefObject } from 'react'
import { duration } from '@/components/ui/text'
import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'

const NEARLY_FULL = 0.9

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
  const characters = text.length
  const over = characters > MAX_SCRIPT_CHARACTERS
  return (
    <>
      <textarea
        ref={field}
        aria-label="Script"
        aria-describedby="script-length"
        aria-invalid={over || undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        placeholder="What should they say?"
        className="block field-sizing-content min-h-32 w-full flex-1 resize-none text-lg caret-accent outline-none placeholder:text-quiet"
      />
      <p id="script-length" className={`mt-2 text-sm tabular-nums ${over ? 'text-danger' : 'text-quiet'}`}>
        {over
          ? `${grouped(characters)} characters. The limit is ${grouped(MAX_SCRIPT_CHARACTERS)}; take out ${grouped(characters - MAX_SCRIPT_CHARACTERS)}.`
          : characters === 0
            ? `Up to ${grouped(MAX_SCRIPT_CHARACTERS)} characters`
            : `${grouped(characters)}${characters > MAX_SCRIPT_CHARACTERS * NEARLY_FULL ? ` of ${grouped(MAX_SCRIPT_CHARACTERS)}` : ''} characters${seconds > 0 ? `, about ${duration(seconds)}` : ''}`}
      </p>
    </>
  )
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
