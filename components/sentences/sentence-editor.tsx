import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { errorSentence } from '@/components/api/request'
import { editVideo, idempotencyKey } from '@/components/api/videos'
import type { Film } from '@/components/player/use-film'
import { asSaid, sentencesOf } from '@/components/script/sentences'
import { useHearing } from '@/components/studio/use-hearing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { sentenceWords } from '@/lib/words/sentences'
import { SentenceRow } from './sentence-row'
import { useSentenceChanges } from './use-sentence-changes'

/** The script sentence by sentence, to be written on. What comes of it is a new version of the video. */
export function SentenceEditor({
  video,
  film,
  onClose,
}: {
  video: StudioVideo
  film: Film
  onClose: () => void
}) {
  const words = useWords(sentenceWords)
  const router = useRouter()
  const changes = useSentenceChanges(video)
  const hearing = useHearing(video.provider === 'local' ? 'local' : undefined)
  // The same wish sent twice, because an answer was lost, makes one version.
  const wish = useRef({ script: '', key: '' })
  const making = useMutation({
    mutationFn: (script: string) => {
      if (wish.current.script !== script) wish.current = { script, key: idempotencyKey() }
      return editVideo(video.id, script, wish.current.key)
    },
    onSuccess: ({ id }) => {
      changes.forget()
      router.push(`/v/${id}`)
    },
  })

  function hear(number: number): void {
    const name = String(number)
    if (hearing.now?.name === name) {
      hearing.stop()
      return
    }
    if (film.playing) film.toggle()
    // Where it will stand, so that it is said as directed there.
    const at = changes.sentences.slice(0, number).filter((_, i) => changes.textOf(i).trim() !== '').length
    const stretch = sentencesOf(changes.script)[at]
    const text = changes.textOf(number)
    hearing.hear(name, stretch ? asSaid(changes.script, stretch) : text, video.voice ?? 'default')
  }

  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate(changes.script)
      }}
    >
      <ol className="border-t border-hair">
        {changes.sentences.map((sentence, number) => {
          const now = hearing.now?.name === String(number) ? hearing.now : null
          const failure = hearing.failure?.name === String(number) ? hearing.failure.sentence : null
          return (
            <SentenceRow
              key={sentence.from}
              number={number + 1}
              sentence={sentence}
              text={changes.textOf(number)}
              isChanged={changes.isChanged(number)}
              heard={now ? (now.playing ? 'playing' : 'waiting') : null}
              failure={failure}
              onWrite={(text) => changes.write(number, text)}
              onTakeBack={() => changes.takeBack(number)}
              onHear={() => hear(number)}
              onPlay={() => {
                hearing.stop()
                film.seek(sentence.start ?? 0)
                if (!film.playing) film.toggle()
              }}
            />
          )
        })}
      </ol>
      <p className="measure mt-3 text-sm text-quiet">
        {words.consequence[video.provider === 'local' ? 'part' : 'whole']}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          look="primary"
          disabled={changes.count === 0 || changes.script === '' || making.isPending}
        >
          {words.make}
        </Button>
        <Button
          onClick={() => {
            changes.forget()
            onClose()
          }}
        >
          {words.leave}
        </Button>
      </div>
      <p role="status" className="mt-2 text-sm text-quiet">
        {changes.script === '' && words.nothingLeft}
      </p>
      {making.error && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {errorSentence(making.error)}
        </p>
      )}
    </form>
  )
}
