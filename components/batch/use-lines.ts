import { useMemo } from 'react'
import { type Fault, faultOf, type Line, linesOf, type Voice } from '@/lib/batches/lines'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import type { BatchDraft } from './batch-draft'

/** A row as it will be sent. `row` is its number in the table, from 1. */
export type EditedLine = Line & { row: number; fault: Fault | null }

/** What the draft's table comes to, with what somebody wrote over it and without what they left out. */
export function useLines(draft: BatchDraft, voices: Voice[]) {
  const { table, mapping, template, edits, left } = draft
  return useMemo(() => {
    const lines = table ? linesOf({ table, mapping, template }) : []
    const named = table && mapping.line === null ? table.columns : []
    const edited = lines.flatMap((line, index): EditedLine[] => {
      const row = index + 1
      if (left.includes(row)) return []
      const whole = { ...line, ...edits[row] }
      return [{ ...whole, row, fault: faultOf(whole, voices, named) }]
    })
    const seconds = edited.map(({ input }) => speechSeconds(input))
    return { lines: edited, seconds, faults: edited.filter(({ fault }) => fault !== null) }
  }, [table, mapping, template, edits, left, voices])
}
