import { Heart } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import type { Film } from '@/components/player/use-film'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { type Comment, MAX_TEXT } from '@/lib/share/comment-schema'
import { commentWords } from '@/lib/words/comments'
import { CommentRow } from './comment-row'
import { useComments } from './use-comments'

/** What viewers said about moments of the film, and a line to say more; a moment is a way to its place in the film. */
export function Comments({
  token,
  film,
  onKnown,
}: {
  token: string
  film: Film
  /** Hears of what was said, for marks on the line. */
  onKnown: (comments: Comment[]) => void
}) {
  const words = useWords(commentWords)
  const { list, add, remove } = useComments(token)
  const [fault, setFault] = useState<ReactNode>(null)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (list) onKnown(list.data)
  }, [list, onKnown])

  if (!list) return null
  const likes = list.data.filter(({ text }) => text === null).length
  const said = list.data.filter(({ text }) => text !== null)
  const at = Math.floor(film.time * 10) / 10

  async function run(act: () => Promise<void>): Promise<boolean> {
    setBusy(true)
    const failure = await act().then(() => null, errorSentence)
    setFault(failure)
    setBusy(false)
    return failure === null
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const text = String(fields.get('text') ?? '')
    const name = String(fields.get('name') ?? '')
    if (await run(() => add({ text, name, at }))) form.querySelector('textarea')?.form?.reset()
  }

  return (
    <section className="mt-10">
      <div className="flex items-center justify-between gap-4">
        <h2 ref={heading} tabIndex={-1} className="text-sm font-medium outline-none">
          {words.comments}
        </h2>
        <Button look="plain" className="-mr-2" disabled={busy} onClick={() => run(() => add({ at }))}>
          <Heart size={16} strokeWidth={1.5} aria-hidden />
          {words.like(likes)}
        </Button>
      </div>
      {said.length > 0 && (
        <ul className="mt-2 border-t border-hair">
          {said.map((comment) => (
            <CommentRow
              key={comment.id}
              comment={comment}
              onSeek={() => film.seek(comment.at)}
              onDelete={
                list.moderates
                  ? async () => {
                      if (await run(() => remove(comment.id))) heading.current?.focus()
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        {list.signed_in_as === null && (
          <Field label={words.yourName} name="name" required maxLength={60} autoComplete="nickname" />
        )}
        <label className="block text-sm font-medium">
          {list.signed_in_as === null ? words.comment : words.commentAs(list.signed_in_as)}
          <textarea
            name="text"
            required
            rows={2}
            maxLength={MAX_TEXT}
            className="mt-2 block w-full rounded-control border border-strong bg-raised px-3 py-2.5 text-base font-normal transition-colors hover:border-ink"
          />
        </label>
        <p role="alert" className={fault ? 'text-sm text-danger' : 'sr-only'}>
          {fault}
        </p>
        <Button type="submit" className="self-start tabular-nums" disabled={busy}>
          {words.sayAt(clock(at))}
        </Button>
      </form>
    </section>
  )
}
