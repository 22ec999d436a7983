import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorSentence } from '@/components/api/request'
import type { WebhookInputs } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import { VIDEO_EVENTS, type VideoEvent } from '@/lib/webhooks/schema'
import { actionWords } from '@/lib/words/actions'
import { webhookWords } from '@/lib/words/webhooks'

const EVENT_LABELS = {
  'video.completed': 'whenCompleted',
  'video.failed': 'whenFailed',
} as const satisfies Record<VideoEvent, string>

/** Asks for a webhook's address and events, for a new one or one that changes. */
export function WebhookForm<Answer>({
  title,
  action,
  initial = { url: '', events: [...VIDEO_EVENTS] },
  submit,
  onDone,
  onClose,
}: {
  title: string
  action: string
  initial?: WebhookInputs
  submit: (inputs: WebhookInputs) => Promise<Answer>
  onDone: (answer: Answer) => void
  onClose: () => void
}) {
  const words = useWords(webhookWords)
  const acts = useWords(actionWords)
  const [events, setEvents] = useState(initial.events)
  const saving = useMutation({
    mutationFn: submit,
    onSuccess: (answer) => {
      onClose()
      onDone(answer)
    },
  })
  const toggle = (event: VideoEvent) =>
    setEvents(VIDEO_EVENTS.filter((other) => events.includes(other) !== (other === event)))

  return (
    <Dialog open onClose={onClose} title={title} lead={words.formLead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const url = String(new FormData(event.currentTarget).get('url') ?? '')
          saving.mutate({ url, events })
        }}
      >
        <Field
          label={words.address}
          name="url"
          type="url"
          required
          autoComplete="off"
          defaultValue={initial.url}
          placeholder="https://"
          hint={words.addressHint}
          error={saving.error ? errorSentence(saving.error) : undefined}
        />
        <fieldset className="mt-6">
          <legend className="text-sm font-medium">{words.tellWhen}</legend>
          <div className="mt-1">
            {VIDEO_EVENTS.map((event) => (
              <label key={event} className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
                <input
                  type="checkbox"
                  checked={events.includes(event)}
                  onChange={() => toggle(event)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span>
                  {words[EVENT_LABELS[event]]} <span className="text-quiet">{event}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-6 flex flex-wrap justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {acts.cancel}
          </Button>
          <Button type="submit" look="primary" disabled={saving.isPending || events.length === 0}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
