import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { filingWords } from '@/lib/words/filing'

/** Chooses among names that are there, or a new one. `children` are the choices, `onNew` hears what was typed. */
export function LabelDialog({
  title,
  lead,
  newName,
  error,
  busy,
  onNew,
  onSave,
  onClose,
  children,
}: {
  title: string
  lead: string
  /** What the field for a new name is called. */
  newName: string
  error: unknown
  busy: boolean
  onNew: (name: string) => void
  /** `typed` is what was written for a new name and not added yet; it counts. */
  onSave: (typed: string) => void
  onClose: () => void
  children: ReactNode
}) {
  const words = useWords(filingWords)
  const actions = useWords(actionWords)
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  return (
    <Dialog open onClose={onClose} title={title} lead={lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // Enter adds what was typed; with nothing typed it saves.
          if (name) onNew(name)
          else onSave('')
          setTyped('')
        }}
      >
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <Field
              label={newName}
              maxLength={40}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <Button type="submit" disabled={!name}>
            <Plus size={16} strokeWidth={1.5} aria-hidden />
            {words.add}
          </Button>
        </div>
        <div className="mt-4 max-h-64 overflow-y-auto">{children}</div>
        {error !== null && (
          <p role="alert" className="mt-4 text-sm text-danger">
            {errorSentence(error)}
          </p>
        )}
        <div className="mt-6 flex justify-end gap-2">
          <Button onClick={onClose}>{words.leave}</Button>
          <Button look="primary" disabled={busy} onClick={() => onSave(name)}>
            {actions.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
