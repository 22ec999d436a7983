import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { draftWords } from '@/lib/words/drafts'

const LONGEST_NAME = 60

/** Asks for a draft's name. */
export function RenameDraft({
  name,
  onRename,
  onClose,
}: {
  name: string
  onRename: (name: string) => void
  onClose: () => void
}) {
  const words = useWords(draftWords)
  const actions = useWords(actionWords)
  return (
    <Dialog open onClose={onClose} title={words.renameTitle} lead={words.renameLead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onRename(String(new FormData(event.currentTarget).get('name') ?? '').trim())
          onClose()
        }}
      >
        <Field
          label={words.name}
          name="name"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          defaultValue={name}
          hint={words.nameHint}
        />
        <div className="mt-6 flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {actions.cancel}
          </Button>
          <Button type="submit" look="primary">
            {words.rename}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
