import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { dropCursor, EditorView, keymap, placeholder } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import { useWords } from '@/components/words/language'
import { directionWords } from '@/lib/words/directions'
import { scriptWords } from '@/lib/words/script'
import { beingSaid, markBeingSaid } from './being-said'
import { directionChips } from './direction-chips'
import { directionOf } from './directions'
import type { ScriptHandle } from './script-handle'

/** Of the directions, and what the field is called. */
type Words = (typeof directionWords)['en'] & { label: string }

export type ScriptEditorProps = {
  text: string
  onChange: (text: string) => void
  handle: RefObject<ScriptHandle | null>
  placeholder: string
  invalid: boolean
  /** Where the plain field had its caret, if it was being written in when this took its place. */
  takeOver: { from: number; to: number } | null
}

const LOOK = EditorView.theme({
  '&': { flex: '1', display: 'flex', flexDirection: 'column' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { flex: '1', fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)', minHeight: '8rem' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-dropCursor': { borderLeft: '2px solid var(--accent)' },
})

const HISTORY_JOINS_MS = 400

/** The script with its tags as chips, over CodeMirror: the text itself is what is edited, kept and sent. */
export function ScriptEditor({ text, onChange, handle, invalid, takeOver, ...props }: ScriptEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const words = { ...useWords(directionWords), label: useWords(scriptWords).script }
  const latest = useRef({ text, onChange, takeOver, placeholder: props.placeholder, words })
  latest.current = { text, onChange, takeOver, placeholder: props.placeholder, words }

  useEffect(() => {
    if (!place.current) return
    const { text, takeOver, placeholder, words } = latest.current
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        selection: takeOver
          ? { anchor: takeOver.from, head: Math.min(takeOver.to, text.length) }
          : { anchor: text.length },
        extensions: extensions(words, placeholder, (changed) => latest.current.onChange(changed)),
      }),
    })
    view.current = editor
    handle.current = handleOf(editor, words)
    if (takeOver) editor.focus()
    return () => {
      view.current = null
      handle.current = null
      editor.destroy()
    }
  }, [handle])

  // What comes from elsewhere, such as the sample's sentence, replaces what is there and can be undone.
  useEffect(() => {
    const doc = view.current?.state.doc
    if (!doc || doc.toString() === text) return
    view.current?.dispatch({ changes: { from: 0, to: doc.length, insert: text } })
  }, [text])

  useEffect(() => {
    const content = view.current?.contentDOM
    if (invalid) content?.setAttribute('aria-invalid', 'true')
    else content?.removeAttribute('aria-invalid')
  }, [invalid])

  return <div ref={place} className="flex flex-1 flex-col text-lg" />
}

function extensions(words: Words, hint: string, onChange: (text: string) => void) {
  return [
    history({ newGroupDelay: HISTORY_JOINS_MS }),
    keymap.of([...standardKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    dropCursor(),
    directionChips(words),
    beingSaid,
    placeholder(hint),
    EditorView.contentAttributes.of({
      'aria-label': words.label,
      'aria-describedby': 'script-length',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString())
    }),
    LOOK,
  ]
}

function handleOf(view: EditorView, words: Words): ScriptHandle {
  return {
    focus: () => view.focus(),
    selection: () => {
      const { from, to } = view.state.selection.main
      return { from, to }
    },
    insert: (text) => {
      const { from } = view.state.selection.main
      const direction = directionOf(text.match(/^<\|[^|]*\|>/)?.[0] ?? '', words)
      view.dispatch({
        changes: { from, insert: text },
        selection: { anchor: from + text.length },
        userEvent: 'input',
        effects: direction ? EditorView.announce.of(words.added(direction.kind, direction.words)) : [],
      })
      view.focus()
    },
    mark: (stretch) => view.dispatch({ effects: markBeingSaid.of(stretch) }),
  }
}
