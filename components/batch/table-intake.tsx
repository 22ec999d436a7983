import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLanguage, useWords } from '@/components/words/language'
import { fileName } from '@/lib/videos/file-name'
import { batchWords } from '@/lib/words/batch'
import { SAMPLE_TABLES } from './sample-tables'
import { tableName, textOf } from './use-table-intake'

/** Where the lines come from, before there are any. */
export function TableIntake({
  hidden,
  refusal,
  onTable,
  onBack,
}: {
  /** True until what was here before is known. */
  hidden: boolean
  refusal: string | null
  onTable: (text: string, name?: string) => void
  /** Back to the table that was there, if there was one. */
  onBack: (() => void) | null
}) {
  const words = useWords(batchWords)
  const sample = SAMPLE_TABLES[useLanguage()]
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const problem = unreadable ? words.unreadable : refusal

  return (
    <div className={hidden ? 'invisible' : ''}>
      <p className="measure mt-1 text-sm text-quiet">{words.tableLead}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button onClick={() => input.current?.click()}>
          <FileSpreadsheet size={16} strokeWidth={1.5} aria-hidden />
          {words.chooseTable}
        </Button>
        <Button look="link" onClick={() => save(sample, fileName(words.sampleName, 'csv'))}>
          {words.sample}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={words.chooseTable}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            event.target.value = ''
            setUnreadable(false)
            if (chosen)
              textOf(chosen).then(
                (text) => onTable(text, tableName(chosen)),
                () => setUnreadable(true),
              )
          }}
        />
      </div>
      <label htmlFor="rows" className="mt-6 block text-sm font-medium">
        {words.pasteHere}
      </label>
      <textarea
        id="rows"
        value={text}
        rows={4}
        aria-describedby={problem ? 'rows-problem' : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          // Cells of a spreadsheet need no further word.
          if (text !== '' || !/[\t\n]/.test(pasted.trim())) return
          event.preventDefault()
          onTable(pasted)
        }}
        className="mt-2 block w-full rounded-control border border-strong bg-raised px-3 py-2 text-base transition-colors hover:border-ink"
      />
      <p id="rows-problem" role="alert" className={problem ? 'mt-2 text-sm text-danger' : 'hidden'}>
        {problem}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button disabled={text.trim() === ''} onClick={() => onTable(text)}>
          {words.useRows}
        </Button>
        {onBack && (
          <Button look="plain" onClick={onBack}>
            {words.backToTable}
          </Button>
        )}
      </div>
    </div>
  )
}

/** With a byte order mark, so that Excel reads it as UTF-8. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
