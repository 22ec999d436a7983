import { X } from 'lucide-react'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import { type Voice, voiceNamed } from '@/lib/batches/lines'
import { batchWords } from '@/lib/words/batch'
import type { EditedLine } from './use-lines'

const FIELD =
  'rounded-control border border-transparent bg-transparent px-2 transition-colors hover:border-strong focus:border-strong focus:bg-raised aria-invalid:border-danger'

type Props = EditedLine & {
  /** Why the studio refused it. */
  refusal: string | null
  voices: Voice[] | null
  onEdit: (row: number, words: Partial<Pick<EditedLine, 'title' | 'input' | 'voice'>>) => void
  onLeave: (row: number) => void
}

/** One video to be. Made anew only where something of it changes: there may be hundreds. */
export const LineRow = memo(function LineRow({
  row,
  title,
  input,
  voice,
  fault,
  refusal,
  voices,
  onEdit,
  onLeave,
}: Props) {
  const words = useWords(batchWords)
  const problem = refusal ? <ServerSentence sentence={refusal} /> : fault && words.faults[fault]
  const described = problem ? { 'aria-describedby': `problem-${row}` } : {}
  const atTitle = fault === 'titleTooLong'
  const atVoice = fault === 'unknownVoice'
  return (
    <li className="grid grid-cols-[2rem_1fr_2.75rem] items-start border-b border-hair py-1 text-sm sm:grid-cols-[2.5rem_12rem_1fr_auto_2.75rem] sm:gap-x-2">
      <span className="pt-3 text-quiet tabular-nums">{row}</span>
      <input
        id={`title-${row}`}
        value={title}
        placeholder={words.untitled}
        aria-label={words.rowTitle(row)}
        aria-invalid={atTitle || undefined}
        {...(atTitle && described)}
        onChange={(event) => onEdit(row, { title: event.target.value })}
        className={`min-h-11 min-w-0 font-medium placeholder:font-normal placeholder:text-quiet ${FIELD}`}
      />
      <textarea
        id={`line-${row}`}
        value={input}
        rows={1}
        aria-label={words.rowLine(row)}
        aria-invalid={(problem && !atTitle && !atVoice) || undefined}
        {...(!atTitle && !atVoice && described)}
        onChange={(event) => onEdit(row, { input: event.target.value })}
        className={`field-sizing-content min-h-11 resize-none py-3 leading-5 max-sm:col-span-full max-sm:col-start-2 max-sm:row-start-2 ${FIELD}`}
      />
      {voices ? (
        <VoiceSelect
          {...{ row, voice, voices, invalid: atVoice, described }}
          onChoose={(id) => onEdit(row, { voice: id })}
        />
      ) : (
        <span className="max-sm:hidden" />
      )}
      <Button
        look="plain"
        aria-label={words.removeRow(row)}
        onClick={() => onLeave(row)}
        className="min-w-11 px-0 max-sm:col-start-3 max-sm:row-start-1"
      >
        <X size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      {problem && (
        <p
          id={`problem-${row}`}
          role={refusal ? 'alert' : undefined}
          className="col-span-full px-2 pb-2 text-danger max-sm:col-start-2 sm:col-start-3"
        >
          {problem}
        </p>
      )}
    </li>
  )
})

/** The voice of one row. A name that is no voice stands among the choices, so that it can be seen. */
function VoiceSelect({
  row,
  voice,
  voices,
  invalid,
  described,
  onChoose,
}: {
  row: number
  voice: string
  voices: Voice[]
  invalid: boolean
  described: object
  onChoose: (id: string) => void
}) {
  const words = useWords(batchWords)
  return (
    <select
      id={`voice-${row}`}
      aria-label={words.rowVoice(row)}
      aria-invalid={invalid || undefined}
      {...(invalid && described)}
      value={voiceNamed(voice, voices)?.id ?? voice}
      onChange={(event) => onChoose(event.target.value)}
      className={`min-h-11 w-32 max-sm:col-start-2 max-sm:row-start-3 ${FIELD}`}
    >
      <option value="">{words.theVoice}</option>
      {invalid && <option value={voice}>{voice}</option>}
      {voices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
