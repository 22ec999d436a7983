import type { Stretch } from './sentences'

/** What the tools beside a script can do with it, whichever field it is written in. */
export type ScriptHandle = {
  focus: () => void
  /** Where the selection begins and ends; the same where there is only a caret. */
  selection: () => Stretch
  /** Puts text before the selection, and the caret behind it. */
  insert: (text: string) => void
  /** Shows which words are being said. */
  mark: (stretch: Stretch | null) => void
}

/** The plain field, for as long as the editor is on its way. */
export function plainHandle(field: HTMLTextAreaElement, onChange: (text: string) => void): ScriptHandle {
  return {
    focus: () => field.focus(),
    selection: () => ({ from: field.selectionStart, to: field.selectionEnd }),
    insert: (text) => {
      const at = field.selectionStart
      field.setRangeText(text, at, at, 'end')
      onChange(field.value)
      field.focus()
    },
    // A plain field has no way to show it.
    mark: () => {},
  }
}
