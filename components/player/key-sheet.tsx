import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { KeyList } from '@/components/ui/key-list'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { playerWords } from '@/lib/words/player'
import { KEYS } from './keys'
import { changePreferences } from './preferences'

/** The keys of the player, and whether they are on. The browser's own dialog: it costs the share page nothing. */
export function KeySheet({ enabled, onClose }: { enabled: boolean; onClose: () => void }) {
  const words = useWords(playerWords)
  const acts = useWords(actionWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      aria-label={words.keysOfPlayer}
      onClose={onClose}
      className="fixed inset-0 m-auto w-[min(26rem,calc(100vw-2rem))] animate-appear rounded-media bg-raised p-6 text-ink backdrop:bg-[oklch(0.12_0.01_60/0.6)]"
    >
      <h2 className="text-lg font-medium">{words.keysOfPlayer}</h2>
      <div className="mt-3">
        <KeyList
          rows={KEYS.map(({ keys, what }) => ({
            keys: keys.map((key) => (key === ' ' ? words.space : key)),
            what: words[what],
          }))}
        />
      </div>
      <Checkbox checked={enabled} onChange={(event) => changePreferences({ keys: event.target.checked })}>
        {words.keysSteer}
      </Checkbox>
      <Button className="mt-2 w-full" onClick={() => dialog.current?.close()}>
        {acts.close}
      </Button>
    </dialog>
  )
}
