import { useMutation } from '@tanstack/react-query'
import { Volume2 } from 'lucide-react'
import { useRef } from 'react'
import { errorSentence } from '@/components/api/request'
import { Refusal } from '@/components/settings/section'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { StudioError } from '@/lib/boson/errors'
import {
  type CreatePronunciation,
  LONGEST_NOTE,
  LONGEST_WORD,
  type PronunciationView,
} from '@/lib/pronunciations/schema'
import { actionWords } from '@/lib/words/actions'
import { pronunciationWords } from '@/lib/words/pronunciations'
import { useListening } from './use-listening'

const FIELDS = ['word', 'said_as', 'note']

/** Asks for a word and how it is said, for a new one or one that changes; it can be heard before it is kept. */
export function PronunciationForm({
  title,
  initial = { word: '', said_as: '', note: null },
  voice,
  submit,
  onDone,
  onClose,
}: {
  title: string
  initial?: Pick<PronunciationView, 'word' | 'said_as' | 'note'>
  /** The preset voice that is listened to. */
  voice: string
  submit: (inputs: CreatePronunciation) => Promise<PronunciationView>
  onDone: (pronunciation: PronunciationView) => void
  onClose: () => void
}) {
  const words = useWords(pronunciationWords)
  const acts = useWords(actionWords)
  const form = useRef<HTMLFormElement>(null)
  const listening = useListening(voice)
  const saving = useMutation({
    mutationFn: submit,
    onMutate: () => listening.reset(),
    onSuccess: (pronunciation) => {
      onClose()
      onDone(pronunciation)
    },
  })
  const error = saving.error ?? listening.error
  const field = error instanceof StudioError ? (error.param?.split('.').at(-1) ?? '') : ''
  const errorOf = (name: string) => (error && field === name ? errorSentence(error) : undefined)

  function listen() {
    if (!form.current?.reportValidity()) return
    saving.reset()
    listening.mutate(inputsOf(form.current))
  }

  return (
    <Dialog open onClose={onClose} title={title} lead={words.formLead}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(inputsOf(event.currentTarget))
        }}
        className="space-y-6"
      >
        <Field
          label={words.word}
          name="word"
          required
          maxLength={LONGEST_WORD}
          autoComplete="off"
          defaultValue={initial.word}
          hint={words.wordHint}
          error={errorOf('word')}
        />
        <Field
          label={words.saidAs}
          name="said_as"
          required
          maxLength={LONGEST_WORD}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          defaultValue={initial.said_as}
          hint={words.saidAsHint}
          error={errorOf('said_as')}
        />
        <Field
          label={words.note}
          name="note"
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          defaultValue={initial.note ?? ''}
          hint={words.noteHint}
          error={errorOf('note')}
        />
        <div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={listen} disabled={listening.isPending}>
              <Volume2 size={16} strokeWidth={1.5} aria-hidden />
              {words.listen}
            </Button>
            <div className="ml-auto flex gap-2">
              <Button look="outline" onClick={onClose}>
                {acts.cancel}
              </Button>
              <Button type="submit" look="primary" disabled={saving.isPending}>
                {acts.save}
              </Button>
            </div>
          </div>
          <Refusal sentence={error && !FIELDS.includes(field) ? errorSentence(error) : null} />
        </div>
      </form>
    </Dialog>
  )
}

function inputsOf(form: HTMLFormElement): { word: string; said_as: string; note: string | null } {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return { word: text('word'), said_as: text('said_as'), note: text('note') || null }
}
