import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** Asks before a link's address changes, since the one people have cannot be brought back. */
export function RotateQuestion({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Give this link a new address?"
      lead="Whoever has the old address can no longer watch, and it cannot be brought back. Settings and views stay."
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="outline" onClick={onClose}>
          Keep
        </Button>
        <Button
          look="primary"
          onClick={() => {
            onConfirm()
            onClose()
          }}
        >
          New address
        </Button>
      </div>
    </Dialog>
  )
}
