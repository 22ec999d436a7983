import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import type { Hearing } from '@/components/studio/use-hearing'
import { duration } from '@/components/ui/text'
import { MAX_AUDIO_SECONDS, MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'
import type { ScriptEditorProps } from './script-editor'
import { plainHandle, type ScriptHandle } from './script-handle'
import { ScriptTools } from './script-tools'

const INVITATION = 'What should they say?'

/** The script as a page to write on: a plain field at once, the editor as soon as it is there. */
export function ScriptField({
  text,
  seconds,
  voice,
  hearing,
  onChange,
  handle,
}: {
  text: string
  /** Expected length when spoken. */
  seconds: number
  /** In which a line is heard. */
  voice: string
  hearing: Hearing
  onChange: (text: string) => void
  handle: RefObject<ScriptHandle | null>
}) {
  const plain = useRef<HTMLTextAreaElement>(null)
  const { Editor, takeOver } = useEditor(plain)
  const characters = [...text].length
  const tooMany = characters > MAX_SCRIPT_CHARACTERS
  const tooLong = seconds > MAX_AUDIO_SECONDS
  return (
    <>
      {Editor ? (
        <Editor
          text={text}
          onChange={onChange}
          handle={handle}
          placeholder={INVITATION}
          invalid={tooMany}
          takeOver={takeOver}
        />
      ) : (
        <textarea
          ref={(field) => {
            plain.current = field
            handle.current = field && plainHandle(field, onChange)
          }}
          aria-label="Script"
          aria-describedby="script-length"
          aria-invalid={tooMany || undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          placeholder={INVITATION}
          className="block field-sizing-content min-h-32 w-full flex-1 resize-none text-lg caret-accent outline-none placeholder:text-quiet"
        />
      )}
      <div className="mt-2">
        <p
          id="script-length"
          className={`text-sm tabular-nums ${tooMany || tooLong ? 'text-danger' : 'text-quiet'}`}
        >
          {lengthInWords(characters, seconds)}
        </p>
        <ScriptTools {...{ text, voice, hearing, handle }} />
      </div>
    </>
  )
}

/** Fetches the editor once the page is there; where that fails, the plain field does. */
function useEditor(plain: RefObject<HTMLTextAreaElement | null>) {
  const [Editor, setEditor] = useState<ComponentType<ScriptEditorProps> | null>(null)
  const takeOver = useRef<ScriptEditorProps['takeOver']>(null)
  useEffect(() => {
    let wanted = true
    import('./script-editor').then(
      ({ ScriptEditor }) => {
        const field = plain.current
        if (!wanted || !field) return
        if (document.activeElement === field)
          takeOver.current = { from: field.selectionStart, to: field.selectionEnd }
        setEditor(() => ScriptEditor)
      },
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [plain])
  return { Editor, takeOver: takeOver.current }
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
