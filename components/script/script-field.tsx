import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import type { Hearing } from '@/components/studio/use-hearing'
import { duration, grouped } from '@/components/ui/text'
import { whenIdle } from '@/components/ui/when-idle'
import { useLanguage, useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS, MAX_SCRIPT_CHARACTERS } from '@/lib/boson/limits'
import { scriptWords } from '@/lib/words/script'
import type { ScriptEditorProps } from './script-editor'
import { plainHandle, type ScriptHandle } from './script-handle'
import { ScriptTools } from './script-tools'

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
  const words = useWords(scriptWords)
  const language = useLanguage()
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
          placeholder={words.invitation}
          invalid={tooMany}
          takeOver={takeOver}
        />
      ) : (
        <textarea
          ref={(field) => {
            plain.current = field
            handle.current = field && plainHandle(field, onChange)
          }}
          aria-label={words.script}
          aria-describedby="script-length"
          aria-invalid={tooMany || undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          placeholder={words.invitation}
          className="block field-sizing-content min-h-32 w-full flex-1 resize-none text-lg caret-accent outline-none placeholder:text-quiet"
        />
      )}
      <div className="mt-2">
        <p
          id="script-length"
          className={`text-sm tabular-nums ${tooMany || tooLong ? 'text-danger' : 'text-quiet'}`}
        >
          {lengthInWords(characters, seconds, words, (count) => grouped(count, language))}
        </p>
        <ScriptTools {...{ text, voice, hearing, handle }} />
      </div>
    </>
  )
}

/** Fetches the editor once the page is at rest, and puts it in at another rest; where that fails, the plain field does. */
function useEditor(plain: RefObject<HTMLTextAreaElement | null>) {
  const [Editor, setEditor] = useState<ComponentType<ScriptEditorProps> | null>(null)
  const takeOver = useRef<ScriptEditorProps['takeOver']>(null)
  useEffect(() => {
    let callOff = whenIdle(() => {
      import('./script-editor').then(
        ({ ScriptEditor }) => {
          if (wanted) callOff = whenIdle(() => putIn(ScriptEditor))
        },
        () => {},
      )
    })
    let wanted = true
    function putIn(ScriptEditor: ComponentType<ScriptEditorProps>) {
      const field = plain.current
      if (!field) return
      if (document.activeElement === field)
        takeOver.current = { from: field.selectionStart, to: field.selectionEnd }
      setEditor(() => ScriptEditor)
    }
    return () => {
      wanted = false
      callOff()
    }
  }, [plain])
  return { Editor, takeOver: takeOver.current }
}

function lengthInWords(
  characters: number,
  seconds: number,
  words: (typeof scriptWords)['en'],
  written: (count: number) => string,
): string {
  const most = written(MAX_SCRIPT_CHARACTERS)
  const count = written(characters)
  if (characters === 0) return words.limits(most, MAX_AUDIO_SECONDS)
  if (characters > MAX_SCRIPT_CHARACTERS)
    return words.tooMany(count, most, written(characters - MAX_SCRIPT_CHARACTERS))
  if (seconds > MAX_AUDIO_SECONDS) return words.tooLong(count, duration(seconds), MAX_AUDIO_SECONDS)
  return seconds > 0 ? words.lengthAndTime(count, duration(seconds)) : words.length(count)
}
