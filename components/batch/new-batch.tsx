'use client'

import { useCallback, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { SizePicker } from '@/components/studio/size-picker'
import { usePortrait } from '@/components/studio/use-portrait'
import { useWords } from '@/components/words/language'
import { mapColumns, readTable, type Voice } from '@/lib/batches/lines'
import type { BatchList } from '@/lib/batches/schema'
import { costOf, type EngineOffer } from '@/lib/videos/engine-offer'
import { waitAt } from '@/lib/videos/estimate'
import { batchWords } from '@/lib/words/batch'
import { BATCH_OWNER, useBatchDraft } from './batch-draft'
import { BatchPortrait } from './batch-portrait'
import { BatchVoice } from './batch-voice'
import { ColumnMapping } from './column-mapping'
import { CreateMany } from './create-many'
import { LineList } from './line-list'
import { goTo, whatIsMissing } from './missing'
import { PastBatches } from './past-batches'
import { TableIntake } from './table-intake'
import { useLines } from './use-lines'
import { useSending } from './use-sending'
import { useTableIntake } from './use-table-intake'

type Props = {
  voices: Voice[]
  /** Who makes the videos, and how many at a time. */
  engine: EngineOffer
  slots: number
  past: BatchList
}

/** The room where a portrait and a table of lines become many videos. */
export function NewBatch({ voices, engine, slots, past }: Props) {
  const words = useWords(batchWords)
  const { draft, restored, change, edit, leave } = useBatchDraft()
  const portrait = usePortrait(BATCH_OWNER)
  const { lines, seconds } = useLines(draft, voices)
  const [empty, setEmpty] = useState(false)
  // The table before stays until there is another.
  const [replacing, setReplacing] = useState(false)
  const { send, forgive, error, refused, busy } = useSending(lines, voices)
  const voice = voices.find(({ id }) => id === draft.voice) ?? voices[0]
  const missing = whatIsMissing(words, portrait, draft, lines)
  const failure = refused ? words.refusedRow(refused.row) : error && errorSentence(error)

  const takeTable = useCallback(
    (text: string, name = '') => {
      const table = readTable(text)
      setEmpty(table.rows.length === 0)
      if (table.rows.length === 0) return
      setReplacing(false)
      const mapping = mapColumns(table)
      const column = table.columns[mapping.title ?? 0]
      const template = column ? words.templateStart(column) : ''
      change({ table, name, mapping, template, edits: {}, left: [] })
    },
    [change, words],
  )
  const mend = useCallback<typeof edit>(
    (row, changes) => {
      forgive()
      edit(row, changes)
    },
    [forgive, edit],
  )
  const { dragging, rootProps } = useTableIntake({ onPhoto: portrait.choose, onTable: takeTable })

  function create() {
    if (missing) return goTo(missing)
    if (portrait.file) send({ portrait: portrait.file, title: draft.name, size: draft.size, voice: voice.id })
  }

  return (
    <div {...rootProps}>
      <main className="mx-auto max-w-[60rem] px-4 pb-16 sm:px-10">
        <h1 className="pt-6 text-xl font-medium tracking-[-0.01em]">{words.title}</h1>
        <p className="measure mt-1 text-quiet">{words.lead}</p>
        <BatchPortrait portrait={portrait} size={draft.size} dragging={dragging} />
        <section aria-labelledby="lines-heading" className="mt-10 border-t border-hair pt-4">
          <h2 id="lines-heading" className="font-medium">
            {words.lines}
          </h2>
          {draft.table && !replacing ? (
            <>
              <ColumnMapping table={draft.table} draft={draft} onChange={change} />
              <LineList
                lines={lines}
                left={draft.left.length}
                voices={draft.mapping.voice === null ? null : voices}
                refused={refused}
                onEdit={mend}
                onLeave={leave}
                onPutBack={() => change({ left: [] })}
                onStartOver={() => setReplacing(true)}
              />
            </>
          ) : (
            <TableIntake
              hidden={!restored}
              refusal={empty ? words.emptyTable : null}
              onBack={draft.table && (() => setReplacing(false))}
              onTable={takeTable}
            />
          )}
        </section>
        <div className="mt-10 grid gap-x-10 gap-y-6 sm:grid-cols-2">
          <BatchVoice
            voices={voices}
            chosen={voice.id}
            line={lines[0]?.input ?? ''}
            onChoose={(id) => change({ voice: id })}
          />
          <SizePicker chosen={draft.size} onChoose={(size) => change({ size })} />
        </div>
        <CreateMany
          count={lines.length}
          wait={engine.queue + waitFor(engine, seconds, draft.size) / slots}
          cost={engine.price && costOf(engine.price, seconds)}
          missing={missing?.sentence ?? null}
          failure={failure}
          busy={busy}
          onCreate={create}
        />
        <PastBatches first={past} />
      </main>
    </div>
  )
}

/** Seconds until videos that say so much are made, one after the other. */
function waitFor({ pace }: EngineOffer, lengths: number[], size: string): number {
  return lengths.reduce((sum, seconds) => sum + waitAt(pace, { seconds, size, recording: false }), 0)
}
