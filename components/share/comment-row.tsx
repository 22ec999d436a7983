import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { Comment } from '@/lib/share/comment-schema'
import { actionWords } from '@/lib/words/actions'
import { commentWords } from '@/lib/words/comments'

/** One comment: its moment, who said it and what. */
export function CommentRow({
  comment: { at, name, member, text, created_at },
  onSeek,
  onDelete,
}: {
  comment: Comment
  onSeek: () => void
  /** For those who may. */
  onDelete?: () => void
}) {
  const words = useWords(commentWords)
  const acts = useWords(actionWords)
  return (
    <li className="flex gap-3 border-b border-hair py-2">
      <button
        type="button"
        aria-label={words.goTo(clock(at))}
        onClick={onSeek}
        className="-ml-2 inline-flex min-h-11 min-w-14 items-center justify-center self-start rounded-control text-sm tabular-nums underline decoration-strong underline-offset-4 hover:decoration-ink"
      >
        {clock(at)}
      </button>
      <div className="min-w-0 flex-1 py-1.5">
        <p className="text-xs text-quiet">
          <span className="font-medium text-ink">{name}</span>
          {member && words.ofTheStudio} · <When at={created_at} />
        </p>
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
      </div>
      {onDelete && (
        <Button
          look="danger"
          className="self-start"
          aria-label={words.deleteCommentOf(name)}
          onClick={onDelete}
        >
          {acts.remove}
        </Button>
      )}
    </li>
  )
}
