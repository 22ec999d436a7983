'use client'

import { useMutation } from '@tanstack/react-query'
import { ArrowLeft, Plus } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { addPronunciation, changePronunciation, deletePronunciation } from '@/components/api/pronunciations'
import { errorSentence } from '@/components/api/request'
import { Nothing, Refusal } from '@/components/settings/section'
import { Button, buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { PronunciationView } from '@/lib/pronunciations/schema'
import { actionWords } from '@/lib/words/actions'
import { pronunciationWords } from '@/lib/words/pronunciations'
import { Finder } from './finder'
import { PronunciationForm } from './pronunciation-form'
import { PronunciationTable } from './pronunciation-table'
import { useListening } from './use-listening'
import { usePronunciations } from './use-pronunciations'
import { VoicePicker } from './voice-picker'

/** So many words are found faster by typing than by looking. */
const WORTH_FINDING = 12
const EXAMPLE = '[Nguyen](/wˈɪn/)'

/** How the team wants its words said. */
export function Pronunciations({
  initial,
  voices,
  soundsAreSaid,
}: {
  initial: PronunciationView[]
  voices: { id: string; name: string }[]
  /** False where whoever speaks reads respellings only. */
  soundsAreSaid: boolean
}) {
  const words = useWords(pronunciationWords)
  const acts = useWords(actionWords)
  const { pronunciations, remember, forget } = usePronunciations(initial)
  const heading = useRef<HTMLHeadingElement>(null)
  const [voice, setVoice] = useState(voices[0]?.id ?? 'default')
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<PronunciationView | 'new' | null>(null)
  const [deleted, setDeleted] = useState<PronunciationView | null>(null)
  const [news, setNews] = useState('')
  const listening = useListening(voice)
  const deleting = useMutation({
    mutationFn: ({ id }: PronunciationView) => deletePronunciation(id),
    onSuccess: (_, pronunciation) => {
      forget(pronunciation.id)
      setDeleted(pronunciation)
      setNews(words.deleted(pronunciation.word))
    },
  })
  const restoring = useMutation({
    mutationFn: ({ word, said_as, note }: PronunciationView) => addPronunciation({ word, said_as, note }),
    onSuccess: (pronunciation) => {
      kept(pronunciation, words.isBack(pronunciation.word))
      heading.current?.focus()
    },
  })
  const error = deleting.error ?? restoring.error ?? listening.error

  function kept(pronunciation: PronunciationView, news: string) {
    remember(pronunciation)
    setDeleted(null)
    setNews(news)
  }

  const found = pronunciations.filter(({ word, said_as, note }) =>
    [word, said_as, note ?? ''].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())),
  )
  return (
    <main className="max-w-[90rem] px-4 pb-16 lg:px-10">
      <Link href="/settings" className={buttonClass('plain', '-ml-2')}>
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {words.settings}
      </Link>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-xl font-medium tracking-[-0.01em] outline-none">
        {words.pronunciations}
      </h1>
      <p className="measure mt-1 text-sm text-quiet">
        {sentenceWith(words.lead, <code className="font-mono text-ink">{EXAMPLE}</code>)}{' '}
        {!soundsAreSaid && words.bosonSpeaks}
      </p>

      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button look="primary" onClick={() => setOpen('new')}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          {words.add}
        </Button>
        <VoicePicker voices={voices} chosen={voice} onChoose={setVoice} />
        {pronunciations.length >= WORTH_FINDING && <Finder wanted={wanted} onChange={setWanted} />}
      </div>
      <div className="flex min-h-11 items-center gap-2 py-2 text-sm">
        <p role="status">{news}</p>
        {deleted && (
          <Button
            key={deleted.id}
            look="link"
            autoFocus
            disabled={restoring.isPending}
            onClick={() => restoring.mutate(deleted)}
          >
            {acts.undo}
          </Button>
        )}
        <Refusal sentence={error && errorSentence(error)} />
      </div>

      {pronunciations.length === 0 ? (
        <Nothing title={words.none}>{words.noneWhy}</Nothing>
      ) : found.length === 0 ? (
        <Nothing title={words.noneLike(wanted.trim())}>{words.noneLikeWhy}</Nothing>
      ) : (
        <PronunciationTable
          pronunciations={found}
          onListen={listening.mutate}
          onEdit={setOpen}
          onDelete={deleting.mutate}
        />
      )}
      {open && (
        <PronunciationForm
          title={open === 'new' ? words.add : words.change(open.word)}
          initial={open === 'new' ? undefined : open}
          voice={voice}
          submit={open === 'new' ? addPronunciation : (inputs) => changePronunciation(open.id, inputs)}
          onDone={(pronunciation) =>
            kept(pronunciation, (open === 'new' ? words.added : words.changed)(pronunciation.word))
          }
          onClose={() => setOpen(null)}
        />
      )}
    </main>
  )
}
