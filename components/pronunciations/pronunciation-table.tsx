import { Pencil, Trash2, Volume2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { When } from '@/components/ui/when'
import type { PronunciationView } from '@/lib/pronunciations/schema'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
/** On a phone an action is its icon. */
const ACTION = 'max-sm:min-w-11 max-sm:px-0'

type Actions = Record<'onListen' | 'onEdit' | 'onDelete', (pronunciation: PronunciationView) => void>

/** The dictionary, a word a line. */
export function PronunciationTable({
  pronunciations,
  ...actions
}: Actions & { pronunciations: PronunciationView[] }) {
  return (
    <table className="w-full table-fixed border-t border-hair text-left text-sm sm:table-auto">
      <caption className="sr-only">The team’s pronunciations</caption>
      <colgroup>
        <col className="w-[36%] sm:w-1/4" />
        <col className="sm:w-1/4" />
        <col className="max-lg:hidden" />
        <col className="w-33 sm:w-auto" />
      </colgroup>
      <thead className="text-xs text-quiet max-sm:sr-only">
        <tr className="border-b border-hair">
          <th className="py-2 pr-4 font-normal">Word</th>
          <th className="py-2 pr-4 font-normal">How it is said</th>
          <th className="py-2 pr-4 font-normal max-lg:hidden">Added</th>
          <th className="py-2 font-normal">
            <span className="sr-only">Actions</span>
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
  const { word, said_as, note, created_by, created_at } = pronunciation
  return (
    <tr className="border-b border-hair">
      <th scope="row" className="py-2 pr-4 font-normal wrap-anywhere">
        <span className="font-medium">{word}</span>
        {note && <span className="block text-xs text-quiet">{note}</span>}
      </th>
      <td className="py-2 pr-4 wrap-anywhere">{said_as}</td>
      <td className="py-2 pr-4 text-xs text-quiet max-lg:hidden">
        <When at={created_at} /> by {created_by}
      </td>
      <td className="py-1">
        <div className="flex justify-end sm:gap-2">
          <Button look="plain" className={ACTION} onClick={() => onListen(pronunciation)}>
            <Volume2 {...ICON} />
            <Name action="Listen" to={word} />
          </Button>
          <Button look="plain" className={ACTION} onClick={() => onEdit(pronunciation)}>
            <Pencil {...ICON} />
            <Name action="Edit" to={word} />
          </Button>
          <Button look="danger" className={ACTION} onClick={() => onDelete(pronunciation)}>
            <Trash2 {...ICON} />
            <Name action="Delete" to={word} />
          </Button>
        </div>
      </td>
    </tr>
  )
}

/** What a button does, said in full where its line cannot be seen. */
function Name({ action, to }: { action: string; to: string }) {
  return (
    <>
      <span className="max-sm:sr-only">{action}</span>
      <span className="sr-only">{action === 'Listen' ? `to ${to}` : to}</span>
    </>
  )
}
