import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Voice } from '@/lib/batches/lines'
import { batchWords } from '@/lib/words/batch'
import { LineRow } from './line-row'
import type { EditedLine } from './use-lines'

/** Rows shown before anybody asks for all; those at fault are always among them. */
const SHOWN = 50

/** What each video will say, to look over and to write over before anything is made. */
export function LineList({
  lines,
  left,
  voices,
  refused,
  onEdit,
  onLeave,
  onPutBack,
  onStartOver,
}: {
  lines: EditedLine[]
  /** How many rows are left out. */
  left: number
  /** Where rows have voices of their own: those there are. */
  voices: Voice[] | null
  /** The row that the studio refused, and why. */
  refused: { row: number; sentence: string } | null
  onEdit: (row: number, words: Partial<Pick<EditedLine, 'title' | 'input' | 'voice'>>) => void
  onLeave: (row: number) => void
  onPutBack: () => void
  onStartOver: () => void
}) {
  const words = useWords(batchWords)
  const [all, setAll] = useState(false)
  const shown = all
    ? lines
    : lines.filter(({ fault, row }, index) => index < SHOWN || fault !== null || row === refused?.row)
  return (
    <>
      <ol id="lines" tabIndex={-1} className="mt-6 border-t border-hair outline-none">
        {shown.map((line) => (
          <LineRow
            key={line.row}
            {...line}
            refusal={refused?.row === line.row ? refused.sentence : null}
            voices={voices}
            onEdit={onEdit}
            onLeave={onLeave}
          />
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 text-sm">
        {shown.length < lines.length && (
          <Button look="link" className="-ml-2" onClick={() => setAll(true)}>
            {words.showAll(lines.length)}
          </Button>
        )}
        {left > 0 && (
          <p role="status" className="flex items-center gap-1">
            {words.removed(left)}
            <Button look="link" onClick={onPutBack}>
              {words.putBack}
            </Button>
          </p>
        )}
        <Button look="plain" className="-ml-2" onClick={onStartOver}>
          {words.anotherTable}
        </Button>
      </div>
    </>
  )
}
