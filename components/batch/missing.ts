import type { Portrait } from '@/components/studio/use-portrait'
import { unknownPlaceholders } from '@/lib/batches/lines'
import { MAX_ROWS } from '@/lib/batches/schema'
import type { batchWords } from '@/lib/words/batch'
import type { BatchDraft } from './batch-draft'
import type { EditedLine } from './use-lines'

/** The id of the field for the portrait. */
export const PORTRAIT_FIELD = 'batch-portrait'

export type Missing = {
  sentence: string
  /** The id of the field where it is mended. */
  at: string
}

/** What stands between the page and its videos, first things first; null when everything is there. */
export function whatIsMissing(
  words: (typeof batchWords)['en'],
  portrait: Pick<Portrait, 'file' | 'refusal'>,
  draft: BatchDraft,
  lines: EditedLine[],
): Missing | null {
  const { table, mapping, template } = draft
  if (!portrait.file) return { sentence: words.needPortrait, at: PORTRAIT_FIELD }
  if (portrait.refusal) return { sentence: words.needBetterPortrait, at: PORTRAIT_FIELD }
  if (!table || lines.length === 0) return { sentence: words.needLines, at: 'rows' }
  if (mapping.line === null && unknownPlaceholders(template, table.columns).length > 0)
    return { sentence: words.needTemplate, at: 'template' }
  const faults = lines.filter(({ fault }) => fault !== null)
  if (faults.length > 0) return { sentence: words.needRows(faults.length), at: fieldOf(faults[0]) }
  const over = lines.length - MAX_ROWS
  return over > 0 ? { sentence: words.needFewer(MAX_ROWS, over), at: 'lines' } : null
}

function fieldOf({ row, fault }: EditedLine): string {
  if (fault === 'titleTooLong') return `title-${row}`
  return fault === 'unknownVoice' ? `voice-${row}` : `line-${row}`
}

/** Takes a person to where it is mended: the field, or the choice of a file. */
export function goTo({ at }: Missing): void {
  const field = document.getElementById(at)
  if (field instanceof HTMLInputElement && field.type === 'file') field.click()
  else field?.focus()
}
