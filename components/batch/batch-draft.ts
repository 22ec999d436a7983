import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { sizeSchema } from '@/lib/boson/schemas'
import { keepBatch, keptBatch } from './kept-batch'

/** Whose portrait it is, among the files that the browser keeps. */
export const BATCH_OWNER = 'batch'

const column = z.number().int().min(0).nullable()
const wordsSchema = z.object({ title: z.string(), input: z.string(), voice: z.string() }).partial()

const batchDraftSchema = z.object({
  table: z
    .object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) })
    .nullable()
    .catch(null),
  mapping: z
    .object({ title: column, line: column, voice: column })
    .catch({ title: null, line: null, voice: null }),
  /** What the file with the table is called. */
  name: z.string().catch(''),
  template: z.string().catch(''),
  /** What somebody wrote over what the table says, by row. */
  edits: z.record(z.string(), wordsSchema).catch({}),
  /** Rows that are left out. */
  left: z.array(z.number()).catch([]),
  voice: z.string().nullable().catch(null),
  size: sizeSchema.catch('640x640'),
})
export type BatchDraft = z.infer<typeof batchDraftSchema>

const EMPTY = batchDraftSchema.parse({})

/** What a person has put together for a batch; survives a reload. The portrait lies with the drafts' files. */
export function useBatchDraft() {
  const [draft, setDraft] = useState(EMPTY)
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    setDraft(read())
    setRestored(true)
  }, [])
  useKeeping(draft, restored)
  const change = useCallback(
    (changes: Partial<BatchDraft>) => setDraft((before) => ({ ...before, ...changes })),
    [],
  )
  const edit = useCallback((row: number, words: BatchDraft['edits'][string]) => {
    setDraft((before) => {
      const edits = { ...before.edits, [row]: { ...before.edits[row], ...words } }
      return { ...before, edits }
    })
  }, [])
  const leave = useCallback((row: number) => {
    setDraft((before) => ({ ...before, left: [...before.left, row] }))
  }, [])
  return { draft, restored, change, edit, leave }
}

/** Kept when nobody has typed for a moment, and when the page goes away. */
function useKeeping(draft: BatchDraft, restored: boolean): void {
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
    if (!restored) return
    const timer = setTimeout(() => keepBatch(JSON.stringify(draft)), 300)
    return () => clearTimeout(timer)
  }, [draft, restored])
  useEffect(() => {
    const keep = () => restored && keepBatch(JSON.stringify(latest.current))
    window.addEventListener('pagehide', keep)
    return () => window.removeEventListener('pagehide', keep)
  }, [restored])
}

function read(): BatchDraft {
  try {
    return batchDraftSchema.parse(JSON.parse(keptBatch() ?? '{}'))
  } catch {
    // It may hold something foreign.
    return EMPTY
  }
}
