'use client'

import { Download } from 'lucide-react'
import Link from 'next/link'
import { batchContentUrl } from '@/components/api/batches'
import { errorSentence } from '@/components/api/request'
import { Button, buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Batch, BatchDetail } from '@/lib/batches/schema'
import { batchWords } from '@/lib/words/batch'
import { BatchTable } from './batch-table'
import { roughly } from './roughly'
import { useBatch } from './use-batch'

/** How far a batch is, row by row. */
export function BatchRoom({ initial }: { initial: BatchDetail }) {
  const words = useWords(batchWords)
  const { batch, lost, cancelling, retrying, failure } = useBatch(initial)
  const { counts, seconds_left } = batch
  const running = batch.status === 'in_progress'
  const again = counts.failed + counts.cancelled
  return (
    <main className="mx-auto max-w-[60rem] px-4 pb-16 sm:px-10">
      <p className="truncate pt-6 text-sm text-quiet">{batch.title}</p>
      <h1 className="text-xl font-medium tracking-[-0.01em] tabular-nums">
        {words.headline(counts.completed, counts.total)}
      </h1>
      <p className="measure mt-1 min-h-6 text-quiet">
        {lost
          ? words.lost
          : [seconds_left !== null && words.left(roughly(seconds_left)), ...ends(counts)]
              .filter(Boolean)
              .join(' ')}
      </p>
      <Progress batch={batch} />
      <div className="mt-4 flex flex-wrap gap-2">
        {running && (
          <Button disabled={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {cancelling.isPending ? words.cancelling : words.cancel}
          </Button>
        )}
        {again > 0 && (
          <Button disabled={retrying.isPending} onClick={() => retrying.mutate()}>
            {words.retry}
          </Button>
        )}
        {counts.completed > 0 && (
          <a href={batchContentUrl(batch.id)} download className={buttonClass('outline')}>
            <Download size={16} strokeWidth={1.5} aria-hidden />
            {words.downloadAll(counts.completed)}
          </a>
        )}
        <Link
          href="/batch"
          className={buttonClass('link', running || again + counts.completed > 0 ? '' : '-ml-2')}
        >
          {words.another}
        </Link>
      </div>
      <p role="alert" className={failure ? 'mt-2 text-sm text-danger' : 'hidden'}>
        {failure && errorSentence(failure)}
      </p>
      <p role="status" className="sr-only">
        {running ? '' : words.headline(counts.completed, counts.total)}
      </p>
      <BatchTable rows={batch.rows} />
    </main>
  )

  /** What became of rows without a video. */
  function ends({ failed, cancelled, deleted }: Batch['counts']): string[] {
    return [
      failed > 0 ? words.couldNot(failed) : '',
      cancelled > 0 ? words.stopped(cancelled) : '',
      deleted > 0 ? words.gone(deleted) : '',
    ]
  }
}

/** The share of the whole that is done, those under way counted by how far they are. */
function Progress({ batch: { rows, counts } }: { batch: BatchDetail }) {
  const words = useWords(batchWords)
  const done = rows.reduce((sum, { status, progress }) => sum + (isOver(status) ? 100 : progress), 0)
  const percent = Math.floor(done / counts.total)
  return (
    <div
      role="progressbar"
      aria-label={words.progress}
      aria-valuenow={percent}
      className="mt-4 h-0.5 bg-hair"
    >
      <div
        style={{ width: `${percent}%` }}
        className="h-full bg-accent transition-[width] duration-[220ms]"
      />
    </div>
  )
}

function isOver(status: BatchDetail['rows'][number]['status']): boolean {
  return status !== 'waiting' && status !== 'queued' && status !== 'in_progress'
}
