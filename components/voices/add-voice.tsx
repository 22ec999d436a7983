import { useMutation } from '@tanstack/react-query'
import { AudioLines, Mic, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { addCustomVoice, type CustomVoice } from '@/components/api/voices'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { addVoiceWords } from '@/lib/words/add-voice'
import { useMicrophone } from './use-microphone'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
const LONGEST_NAME = 60
const MOST_SECONDS = 30

/** Makes a voice of somebody who reads aloud that they agree to it. */
export function AddVoice({ onDone, onClose }: { onDone: (voice: CustomVoice) => void; onClose: () => void }) {
  const words = useWords(addVoiceWords)
  const actions = useWords(actionWords)
  const [name, setName] = useState('')
  /** The clip, and what was to be read in it. */
  const [read, setRead] = useState<{ clip: File; said: string } | null>(null)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const saving = useMutation({
    mutationFn: addCustomVoice,
    onSuccess: (voice) => {
      onClose()
      onDone(voice)
    },
  })
  const consent = words.consent(name.trim() || '…')
  const choose = (clip: File) => {
    saving.reset()
    setRead({ clip, said: consent })
  }
  // The sentence holds the name, so that comes first.
  const withName = (go: () => void) => () => form.current?.reportValidity() && go()
  const microphone = useMicrophone(MOST_SECONDS, choose)
  const recording = microphone.seconds !== null
  const failure =
    (microphone.failure && words.failures[microphone.failure]) ??
    (saving.error && errorSentence(saving.error)) ??
    (asked && !read ? words.wanted : null)

  return (
    <Dialog open onClose={onClose} title={words.title} lead={words.lead}>
      <form
        ref={form}
        className="space-y-6"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (read) saving.mutate({ name: name.trim(), ...read })
        }}
      >
        <Field
          label={words.speaker}
          name="name"
          required
          pattern=".*\S.*"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <figure>
          <figcaption className="text-sm font-medium">{words.readAloud}</figcaption>
          <blockquote className="mt-2 text-lg">{consent}</blockquote>
        </figure>
        <div>
          <div className="flex flex-wrap items-center gap-2">
            {recording ? (
              <Button onClick={microphone.stop}>
                <Square {...ICON} />
                {words.stop} <span className="tabular-nums">{clock(microphone.seconds ?? 0)}</span>
              </Button>
            ) : (
              <Button onClick={withName(microphone.start)}>
                <Mic {...ICON} />
                {read ? words.again : words.record}
              </Button>
            )}
            <Button onClick={withName(() => input.current?.click())} disabled={recording}>
              <AudioLines {...ICON} />
              {words.choose}
            </Button>
            <input
              ref={input}
              type="file"
              aria-label={words.clipOfVoice}
              accept="audio/*,.m4a,.ogg,.opus,.flac"
              tabIndex={-1}
              className="sr-only"
              onChange={(event) => {
                const chosen = event.target.files?.[0]
                if (chosen) choose(chosen)
                event.target.value = ''
              }}
            />
          </div>
          <p role="status" className="sr-only">
            {recording ? words.recording : read ? words.ready : ''}
          </p>
          {read && !recording && <Clip file={read.clip} />}
          {failure && (
            <p role="alert" className="mt-3 text-sm text-danger">
              {failure}
            </p>
          )}
        </div>
        <div className="flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {actions.cancel}
          </Button>
          <Button type="submit" look="primary" disabled={saving.isPending || recording}>
            {saving.isPending ? words.adding : words.add}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The clip, to hear before it is kept. */
function Clip({ file }: { file: File }) {
  const words = useWords(addVoiceWords)
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const address = URL.createObjectURL(file)
    setUrl(address)
    return () => URL.revokeObjectURL(address)
  }, [file])
  return (
    <div className="mt-3">
      <p className="truncate text-sm text-quiet">{file.name}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: what is heard is the sentence above. */}
      <audio controls src={url} aria-label={words.clip} className="mt-2 w-full" />
    </div>
  )
}
