import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'

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
  return (
    <Dialog open onClose={onClose} title="Rename the draft" lead="Only you see it, on this device.">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onRename(String(new FormData(event.currentTarget).get('name') ?? '').trim())
          onClose()
        }}
      >
        <Field
          label="Name"
          name="name"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          defaultValue={name}
          hint="Left empty, it is called as its script begins"
        />
        <div className="mt-6 flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
