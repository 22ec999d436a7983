import { Dialog } from '@/components/ui/dialog'
import { KeyList } from '@/components/ui/key-list'
import { useWords } from '@/components/words/language'
import { commandWords } from '@/lib/words/commands'

/** Every key of the studio by the page it works on. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(commandWords)
  const { space, shift, enter, delete: del, escape: esc } = words.keys
  const control = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : words.keys.control
  const pages = [
    { name: words.everywhere, keys: [{ keys: [control, 'K'], what: words.openCommands }] },
    {
      name: words.inStudio,
      keys: [
        { keys: [control, enter], what: words.create },
        { keys: [control, 'Z'], what: words.undo },
        { keys: ['←', '↑', '↓', '→'], what: words.pan },
        { keys: ['+', '−'], what: words.zoom },
      ],
    },
    {
      name: words.inGallery,
      keys: [
        { keys: ['←', '↑', '↓', '→'], what: words.move },
        { keys: [space], what: words.choose },
        { keys: [shift, space], what: words.chooseUpTo },
        { keys: [control, 'A'], what: words.chooseAll },
        { keys: [del], what: words.deleteChosen },
        { keys: [esc], what: words.clearChoice },
      ],
    },
  ]
  return (
    <Dialog open onClose={onClose} title={words.shortcuts} lead={words.shortcutsLead}>
      {pages.map(({ name, keys }) => (
        <section key={name} className="mb-6 last:mb-0">
          <h3 className="text-sm font-medium">{name}</h3>
          <div className="mt-2">
            <KeyList rows={keys} />
          </div>
        </section>
      ))}
    </Dialog>
  )
}
