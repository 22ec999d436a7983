import { Undo2 } from 'lucide-react'
import { ratioOf } from '@/components/stage/shape'
import { Still } from '@/components/stage/still'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { StudioVideo } from '@/lib/boson/schemas'
import { binWords } from '@/lib/words/bin'

/** A deleted video, and the way back. */
export function BinRow({
  video,
  busy,
  onRestore,
  onRemove,
}: {
  video: StudioVideo
  busy: boolean
  onRestore: () => void
  onRemove: () => void
}) {
  const words = useWords(binWords)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-3">
      <div className="flex h-14 w-[4.667rem] shrink-0 justify-center">
        <span
          data-theme="stage"
          style={{ aspectRatio: ratioOf(video.size) }}
          className="relative h-full overflow-hidden rounded-[4px] bg-raised"
        >
          <Still
            id={video.id}
            size={video.size}
            variant={video.status === 'completed' ? 'thumbnail' : 'portrait'}
            className="grayscale"
          />
        </span>
      </div>
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="truncate text-sm font-medium">{video.title}</p>
        <p className="text-xs text-quiet tabular-nums">
          {video.deleted_at === null
            ? video.created_by
            : sentenceWith((time) => words.deleted(video.created_by, time), <When at={video.deleted_at} />)}
        </p>
      </div>
      <div className="-ml-2 flex items-center">
        <Button look="plain" disabled={busy} aria-label={words.restoreNamed(video.title)} onClick={onRestore}>
          <Undo2 size={16} strokeWidth={1.5} aria-hidden />
          {words.restore}
        </Button>
        <Confirm
          trigger={
            <Button look="danger" aria-label={words.deleteNamedForGood(video.title)}>
              {words.deleteForGood}
            </Button>
          }
          question={words.deleteQuestion}
          consequence={words.deleteConsequence}
          action={words.deleteForGood}
          onConfirm={onRemove}
        />
      </div>
    </li>
  )
}
