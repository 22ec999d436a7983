'use client'

import { useMutation } from '@tanstack/react-query'
import { ArrowLeft, Plus } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { addPronunciation, changePronunciation, deletePronunciation } from '@/components/api/pronunciations'
import { errorSentence } from '@/components/api/request'
import { Nothing, Refusal } from '@/components/settings/section'
import { Button, buttonClass } from '@/components/ui/button'
import type { PronunciationView } from '@/lib/pronunciations/schema'
import { Finder } from './finder'
import { PronunciationForm } from './pronunciation-form'
import { PronunciationTable } from './pronunciation-table'
import { useListening } from './use-listening'
import { usePronunciations } from './use-pronunciations'
import { VoicePicker } from './voice-picker'

/** So many words are found faster by typing than by looking. */
const WORTH_FINDING = 12

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
      setNews(`“${pronunciation.word}” was deleted.`)
    },
  })
  const restoring = useMutation({
    mutationFn: ({ word, said_as, note }: PronunciationView) => addPronunciation({ word, said_as, note }),
    onSuccess: (pronunciation) => {
      kept(pronunciation, 'is back')
      heading.current?.focus()
    },
  })
  const error = deleting.error ?? restoring.error ?? listening.error

  function kept(pronunciation: PronunciationView, what: string) {
    remember(pronunciation)
    setDeleted(null)
    setNews(`“${pronunciation.word}” ${what}.`)
  }

  const found = pronunciations.filter(({ word, said_as, note }) =>
    [word, said_as, note ?? ''].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())),
  )
  return (
    <main className="max-w-[90rem] px-4 pb-16 lg:px-10">
      <Link href="/settings" className={buttonClass('plain', '-ml-2')}>
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        Settings
      </Link>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-xl font-medium tracking-[-0.01em] outline-none">
        Pronunciations
      </h1>
      <p className="measure mt-1 text-sm text-quiet">
        How the team wants its words said, in every script. What a script says of its own word, as in{' '}
        <code className="font-mono text-ink">[Nguyen](/wˈɪn/)</code>, comes first.
        {!soundsAreSaid && ' Boson speaks here: it reads respellings, and cannot be told sounds in IPA.'}
      </p>

      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button look="primary" onClick={() => setOpen('new')}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          Add a word
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
            Undo
          </Button>
        )}
        <Refusal sentence={error && errorSentence(error)} />
      </div>

      {pronunciations.length === 0 ? (
        <Nothing title="No words yet">
          Add a name that is said otherwise than it is written, a brand or an abbreviation, and every voice
          says it right.
        </Nothing>
      ) : found.length === 0 ? (
        <Nothing title={`Nothing like “${wanted.trim()}”`}>Look for another word, or add this one.</Nothing>
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
          title={open === 'new' ? 'Add a word' : `Change “${open.word}”`}
          initial={open === 'new' ? undefined : open}
          voice={voice}
          submit={open === 'new' ? addPronunciation : (inputs) => changePronunciation(open.id, inputs)}
          onDone={(pronunciation) => kept(pronunciation, open === 'new' ? 'was added' : 'was changed')}
          onClose={() => setOpen(null)}
        />
      )}
    </main>
  )
}
