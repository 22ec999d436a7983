import { Pencil, Trash2, Volume2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { PronunciationView } from '@/lib/pronunciations/schema'
import { actionWords } from '@/lib/words/actions'
import { pronunciationWords } from '@/lib/words/pronunciations'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
/** On a phone an action is its icon. */
const ACTION = 'max-sm:min-w-11 max-sm:px-0'

type Actions = Record<'onListen' | 'onEdit' | 'onDelete', (pronunciation: PronunciationView) => void>

/** The dictionary, a word a line. */
export function PronunciationTable({
  pronunciations,
  ...actions
}: Actions & { pronunciations: PronunciationView[] }) {
  const words = useWords(pronunciationWords)
  return (
    <table className="w-full table-fixed border-t border-hair text-left text-sm sm:table-auto">
      <caption className="sr-only">{words.table}</caption>
      <colgroup>
        <col className="w-[36%] sm:w-1/4" />
        <col className="sm:w-1/4" />
        <col className="max-lg:hidden" />
        <col className="w-33 sm:w-auto" />
      </colgroup>
      <thead className="text-xs text-quiet max-sm:sr-only">
        <tr className="border-b border-hair">
          <th className="py-2 pr-4 font-normal">{words.wordColumn}</th>
          <th className="py-2 pr-4 font-normal">{words.saidAsColumn}</th>
          <th className="py-2 pr-4 font-normal max-lg:hidden">{words.addedColumn}</th>
          <th className="py-2 font-normal">
            <span className="sr-only">{words.actionsColumn}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {pronunciations.map((pronunciation) => (
          <Row key={pronunciation.id} pronunciation={pronunciation} {...actions} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ pronunciation, onListen, onEdit, onDelete }: Actions & { pronunciation: PronunciationView }) {
  const words = useWords(pronunciationWords)
  const acts = useWords(actionWords)
  const { word, said_as, note, created_by, created_at } = pronunciation
  return (
    <tr className="border-b border-hair">
      <th scope="row" className="py-2 pr-4 font-normal wrap-anywhere">
        <span className="font-medium">{word}</span>
        {note && <span className="block text-xs text-quiet">{note}</span>}
      </th>
      <td className="py-2 pr-4 wrap-anywhere">{said_as}</td>
      <td className="py-2 pr-4 text-xs text-quiet max-lg:hidden">
        {sentenceWith((time) => words.addedBy(time, created_by), <When at={created_at} />)}
      </td>
      <td className="py-1">
        <div className="flex justify-end sm:gap-2">
          <Button
            look="plain"
            className={ACTION}
            aria-label={words.listenTo(word)}
            onClick={() => onListen(pronunciation)}
          >
            <Volume2 {...ICON} />
            <span className="max-sm:hidden">{words.listen}</span>
          </Button>
          <Button
            look="plain"
            className={ACTION}
            aria-label={words.editNamed(word)}
            onClick={() => onEdit(pronunciation)}
          >
            <Pencil {...ICON} />
            <span className="max-sm:hidden">{acts.edit}</span>
          </Button>
          <Button
            look="danger"
            className={ACTION}
            aria-label={words.deleteNamed(word)}
            onClick={() => onDelete(pronunciation)}
          >
            <Trash2 {...ICON} />
            <span className="max-sm:hidden">{acts.remove}</span>
          </Button>
        </div>
      </td>
    </tr>
  )
}
