import { useMutation } from '@tanstack/react-query'
import { CaptionsIcon } from 'lucide-react'
import { useState } from 'react'
import { resetCaptions } from '@/components/api/captions'
import { errorSentence } from '@/components/api/request'
import { useRememberVideo } from '@/components/api/use-video'
import { useCues } from '@/components/player/use-cues'
import type { Film } from '@/components/player/use-film'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useWords } from '@/components/words/language'
import type { Cue, StudioVideo } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { captionWords } from '@/lib/words/captions'
import { CaptionList } from './caption-list'
import { TranscriptForm } from './transcript-form'
import { type Saving, useCaptionEditing } from './use-caption-editing'

/** The captions of a finished video: a quiet line until somebody wants to write on them. */
export function CaptionsSection({ video, film }: { video: StudioVideo; film: Film }) {
  const words = useWords(captionWords)
  const [open, setOpen] = useState(false)
  const remember = useRememberVideo()
  const cues = useCues(video, video.seconds ?? 0)
  const keep = (captions: Cue[] | null) => remember({ ...video, captions })
  const resetting = useMutation({ mutationFn: () => resetCaptions(video.id), onSuccess: () => keep(null) })

  return (
    <section>
      <h2 className="text-sm font-medium">{words.captions}</h2>
      <p className="measure mt-1 text-sm text-quiet">{stateOf(video, cues.length, words)}</p>
      {open ? (
        <CaptionEditor
          id={video.id}
          initial={cues}
          film={film}
          onKept={keep}
          onClose={() => setOpen(false)}
        />
      ) : (
        <div className="mt-2 -ml-2 flex flex-wrap gap-x-2">
          <Button look="plain" onClick={() => setOpen(true)}>
            <CaptionsIcon size={16} strokeWidth={1.5} aria-hidden />
            {cues.length > 0 ? words.edit : words.write}
          </Button>
          {video.captions != null && video.script !== null && (
            <Confirm
              trigger={<Button look="plain">{words.backToScript}</Button>}
              question={words.backQuestion}
              consequence={words.backConsequence}
              action={words.backToScript}
              onConfirm={() => resetting.mutate()}
            />
          )}
        </div>
      )}
      {resetting.error && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {errorSentence(resetting.error)}
        </p>
      )}
    </section>
  )
}

function stateOf(
  { captions, script }: StudioVideo,
  count: number,
  words: (typeof captionWords)['en'],
): string {
  if (captions != null) return count === 0 ? words.none : words.byHand(count)
  return script === null ? words.noScript : words.fromScript(count)
}

function CaptionEditor({
  id,
  initial,
  film,
  onKept,
  onClose,
}: {
  id: string
  initial: readonly Cue[]
  film: Film
  onKept: (cues: Cue[]) => void
  onClose: () => void
}) {
  const acts = useWords(actionWords)
  const readable = initial.map((cue) => ({ ...cue, text: cue.text.trim().replace(/\s+/g, ' ') }))
  const { cues, saving, change, save } = useCaptionEditing(id, readable, film.length, onKept)
  return (
    <>
      {cues.length === 0 && <TranscriptForm id={id} onAligned={change} />}
      <CaptionList cues={cues} film={film} onChange={change} />
      <div className="mt-2 flex min-h-11 flex-wrap items-center gap-x-4">
        <Button onClick={() => save().then(onClose)}>{acts.done}</Button>
        <SavingWords saving={saving} />
      </div>
    </>
  )
}

function SavingWords({ saving }: { saving: Saving }) {
  const words = useWords(captionWords)
  if (typeof saving === 'object') {
    return (
      <p role="alert" className="min-w-0 flex-1 text-sm text-danger">
        {saving.fault}
      </p>
    )
  }
  return (
    <p role="status" className="text-sm text-quiet">
      {saving === 'waiting' && words.saving}
      {saving === 'saved' && words.saved}
    </p>
  )
}
