import { useWords } from '@/components/words/language'
import { type Role, type Table, unknownPlaceholders } from '@/lib/batches/lines'
import { batchWords } from '@/lib/words/batch'
import type { BatchDraft } from './batch-draft'
import { ColumnSelect } from './column-select'

/** Which column is what, and the line for all rows where no column holds the lines. */
export function ColumnMapping({
  table,
  draft,
  onChange,
}: {
  table: Table
  draft: BatchDraft
  onChange: (changes: Partial<BatchDraft>) => void
}) {
  const words = useWords(batchWords)
  const { mapping, template } = draft
  const names = table.columns.map((name, index) => name || words.column(index + 1))
  const [unknown] = unknownPlaceholders(template, table.columns)
  const select = (role: Role, label: string, none: string) => (
    <ColumnSelect
      label={label}
      none={none}
      names={names}
      chosen={mapping[role]}
      onChoose={(column) => onChange({ mapping: { ...mapping, [role]: column } })}
    />
  )
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">{words.columns}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {select('title', words.titleFrom, words.startOfLine)}
        {select('line', words.lineFrom, words.sameLine)}
        {select('voice', words.voiceFrom, words.sameVoice)}
      </div>
      {mapping.line === null && (
        <div className="mt-4">
          <label htmlFor="template" className="block text-sm font-medium">
            {words.template}
          </label>
          <textarea
            id="template"
            value={template}
            rows={2}
            aria-describedby="template-hint"
            aria-invalid={unknown ? true : undefined}
            onChange={(event) => onChange({ template: event.target.value })}
            className="mt-2 block field-sizing-content min-h-16 w-full rounded-control border border-strong bg-raised px-3 py-2 text-base transition-colors hover:border-ink"
          />
          <p id="template-hint" className={`mt-2 text-sm ${unknown ? 'text-danger' : 'text-quiet'}`}>
            {unknown ? words.unknownPlaceholder(unknown) : words.templateHint(placeholders(table))}
          </p>
        </div>
      )}
    </fieldset>
  )
}

function placeholders({ columns }: Table): string {
  return columns
    .filter((name) => name !== '')
    .map((name) => `{${name}}`)
    .join(', ')
}
