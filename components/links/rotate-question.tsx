import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { linkSettingsWords } from '@/lib/words/link-settings'

/** Asks before a link's address changes, since the one people have cannot be brought back. */
export function RotateQuestion({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const words = useWords(linkSettingsWords)
  const acts = useWords(actionWords)
  return (
    <Dialog open onClose={onClose} title={words.rotateQuestion} lead={words.rotateConsequence}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="outline" onClick={onClose}>
          {acts.keep}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            onConfirm()
            onClose()
          }}
        >
          {words.newAddress}
        </Button>
      </div>
    </Dialog>
  )
}
