import { Download } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import { contentUrl } from '@/components/api/videos'
import { buttonClass } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import type { BatchRow } from '@/lib/batches/schema'
import { batchWords } from '@/lib/words/batch'

/** The videos of a batch, a row each. */
export function BatchTable({ rows }: { rows: BatchRow[] }) {
  const words = useWords(batchWords)
  return (
    <table className="mt-6 w-full table-fixed border-t border-hair text-left text-sm">
      <caption className="sr-only">{words.caption}</caption>
      <colgroup>
        <col className="w-8 sm:w-12" />
        <col />
        <col className="w-24 sm:w-32" />
        <col className="w-11 sm:w-36" />
      </colgroup>
      <thead className="text-xs text-quiet max-sm:sr-only">
        <tr className="border-b border-hair">
          <th className="py-2 font-normal">{words.row}</th>
          <th className="py-2 pr-4 font-normal">{words.video}</th>
          <th className="py-2 pr-4 font-normal">{words.state}</th>
          <th className="py-2 font-normal">
            <span className="sr-only">{words.download}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.row} {...row} />
        ))}
      </tbody>
    </table>
  )
}

/** Made anew only where something of it changes. */
const Row = memo(function Row({ row, title, input, video_id, error, ...progress }: BatchRow) {
  const words = useWords(batchWords)
  return (
    <tr className="border-b border-hair align-top">
      <td className="py-3 text-quiet tabular-nums">{row}</td>
      <th scope="row" className="py-3 pr-4 font-normal wrap-anywhere">
        {video_id ? (
          <Link
            href={`/v/${video_id}`}
            className="font-medium underline decoration-strong underline-offset-4 hover:decoration-ink"
          >
            {title}
          </Link>
        ) : (
          <span className="font-medium">{title}</span>
        )}
        {input !== title && <span className="mt-0.5 line-clamp-2 text-quiet">{input}</span>}
        {error && (
          <span className="mt-1 block text-danger">
            <ServerSentence sentence={error} />
          </span>
        )}
      </th>
      <td className="py-3 pr-4">
        <State {...progress} />
      </td>
      <td className="text-right">
        {video_id && progress.status === 'completed' && (
          <a
            href={`${contentUrl(video_id, 'video')}&download=1`}
            download
            aria-label={words.downloadOf(title)}
            className={buttonClass('plain', 'min-w-11 max-sm:px-0 sm:-mr-2')}
          >
            <Download size={16} strokeWidth={1.5} aria-hidden />
            <span className="max-sm:hidden">{words.download}</span>
          </a>
        )}
      </td>
    </tr>
  )
})

function State({ status, progress, seconds }: Pick<BatchRow, 'status' | 'progress' | 'seconds'>) {
  const words = useWords(batchWords)
  if (status === 'in_progress') {
    return (
      <span className="block tabular-nums">
        {words.making(progress)}
        <span aria-hidden className="mt-1 block h-px bg-hair">
          <span style={{ width: `${progress}%` }} className="block h-full bg-accent" />
        </span>
      </span>
    )
  }
  const quiet = status === 'completed' || status === 'failed' ? '' : 'text-quiet'
  return (
    <span className={`tabular-nums ${status === 'failed' ? 'text-danger' : quiet}`}>
      {words.states[status]}
      {status === 'completed' && seconds !== null && <span className="text-quiet"> · {clock(seconds)}</span>}
    </span>
  )
}
