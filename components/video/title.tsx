import { useMutation } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { updateVideo } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { videoWords } from '@/lib/words/video'

const LONGEST_TITLE = 120

/** The title, which turns into a line to write on. Enter saves, Escape leaves it as it was. */
export function Title({ video, onRenamed }: { video: StudioVideo; onRenamed: (video: StudioVideo) => void }) {
  const words = useWords(videoWords)
  const actions = useWords(actionWords)
  const [editing, setEditing] = useState(false)
  const renameButton = useRef<HTMLButtonElement>(null)
  const renaming = useMutation({
    mutationFn: (title: string) => updateVideo(video.id, { title }),
    onSuccess: (renamed) => {
      onRenamed(renamed)
      close()
    },
  })

  function close() {
    setEditing(false)
    requestAnimationFrame(() => renameButton.current?.focus())
  }

  return (
    <header>
      {editing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const title = String(new FormData(event.currentTarget).get('title') ?? '').trim()
            if (title && title !== video.title) renaming.mutate(title)
            else close()
          }}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <h1 className="sr-only">{video.title}</h1>
          <input
            // biome-ignore lint/a11y/noAutofocus: the person asked to write here by pressing Rename.
            autoFocus
            name="title"
            aria-label={words.title}
            defaultValue={video.title}
            maxLength={LONGEST_TITLE}
            onFocus={(event) => event.currentTarget.select()}
            className="block w-full border-b-2 border-ink bg-transparent font-serif text-2xl caret-accent outline-none"
          />
          <div className="mt-3 flex gap-2">
            <Button type="submit" look="primary" disabled={renaming.isPending}>
              {actions.save}
            </Button>
            <Button onClick={close}>{words.leave}</Button>
          </div>
          {renaming.error && (
            <p role="alert" className="mt-2 text-sm text-danger">
              {errorSentence(renaming.error)}
            </p>
          )}
        </form>
      ) : (
        <>
          <h1 className="font-serif text-2xl text-balance [overflow-wrap:anywhere]">{video.title}</h1>
          <div className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-quiet">
            <p>
              {video.created_by}, <When at={video.created_at} />
            </p>
            <Button look="plain" ref={renameButton} onClick={() => setEditing(true)}>
              <Pencil size={16} strokeWidth={1.5} aria-hidden />
              {words.rename}
            </Button>
          </div>
        </>
      )}
    </header>
  )
}
