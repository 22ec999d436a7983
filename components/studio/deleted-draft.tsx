import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { draftWords } from '@/lib/words/drafts'
import { isDeleted, nameOf } from './draft'
import { restoreDraft, takesFocus, useDrafts } from './drafts'

/** The draft that was deleted last, with the way back. */
export function DeletedDraft() {
  const words = useWords(draftWords)
  const actions = useWords(actionWords)
  const gone = useDrafts().all.filter(isDeleted)
  const last = gone.sort((a, b) => (a.deleted ?? 0) - (b.deleted ?? 0)).at(-1)
  const undo = useRef<HTMLButtonElement>(null)
  const id = last?.id
  useEffect(() => {
    if (id && takesFocus('deletion')) undo.current?.focus()
  }, [id])
  if (!last) return null
  return (
    <p role="status" className="flex items-center gap-2 text-sm">
      <span className="min-w-0 truncate">{words.removed(nameOf(last, words))}</span>
      <Button ref={undo} look="link" onClick={() => restoreDraft(last.id)}>
        {actions.undo}
      </Button>
    </p>
  )
}
