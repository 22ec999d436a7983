import type { Comment } from '@/lib/share/comment-schema'

/** Where in the film somebody said something, as marks over the line; the list says the same in words. */
export function CommentMarks({ comments, length }: { comments: Comment[]; length: number }) {
  if (length <= 0) return null
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-1.5">
      {comments.map(({ id, at }) => (
        <span
          key={id}
          style={{ left: `${Math.min(100, (at / length) * 100)}%` }}
          className="absolute top-0 size-1.5 -translate-x-1/2 rounded-full bg-ink"
        />
      ))}
    </div>
  )
}
