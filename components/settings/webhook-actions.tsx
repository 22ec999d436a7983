import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { changeWebhook, deleteWebhook, rotateSecret, sendTest } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useWords } from '@/components/words/language'
import type { WebhookView, WebhookWithSecret } from '@/lib/webhooks/schema'
import { actionWords } from '@/lib/words/actions'
import { webhookWords } from '@/lib/words/webhooks'
import { deliveriesKey } from './delivery-log'
import { Refusal } from './section'
import { WebhookForm } from './webhook-form'

export type WebhookRowProps = {
  webhook: WebhookView
  onChanged: (webhook: WebhookView) => void
  /** Something was sent, or is about to be. */
  onTold: () => void
  onRotated: (webhook: WebhookWithSecret) => void
  onDeleted: () => void
}

/** What can be done with a webhook. */
export function WebhookActions({ webhook, onChanged, onTold, onRotated, onDeleted }: WebhookRowProps) {
  const { id, url, events, enabled } = webhook
  const words = useWords(webhookWords)
  const acts = useWords(actionWords)
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const testing = useMutation({
    mutationFn: () => sendTest(id),
    onSuccess: () => {
      onTold()
      return client.invalidateQueries({ queryKey: deliveriesKey(id) })
    },
  })
  const pausing = useMutation({
    mutationFn: () => changeWebhook(id, { enabled: !enabled }),
    onSuccess: onChanged,
  })
  const rotating = useMutation({ mutationFn: () => rotateSecret(id), onSuccess: onRotated })
  const deleting = useMutation({ mutationFn: () => deleteWebhook(id), onSuccess: onDeleted })
  const error = testing.error ?? pausing.error ?? rotating.error ?? deleting.error

  return (
    <>
      <div className="-mx-2 flex flex-wrap">
        <Button look="link" disabled={!enabled || testing.isPending} onClick={() => testing.mutate()}>
          {words.test}
        </Button>
        <Button look="link" onClick={() => setEditing(true)}>
          {acts.edit}
        </Button>
        <Button look="link" disabled={pausing.isPending} onClick={() => pausing.mutate()}>
          {enabled ? words.pause : words.resume}
        </Button>
        <Confirm
          trigger={
            <Button look="link" disabled={rotating.isPending}>
              {words.newSecret}
            </Button>
          }
          question={words.newSecretQuestion}
          consequence={words.newSecretConsequence}
          action={words.makeNewSecret}
          onConfirm={() => rotating.mutate()}
        />
        <Confirm
          trigger={
            <Button look="danger" disabled={deleting.isPending}>
              {acts.remove}
            </Button>
          }
          question={words.deleteQuestion}
          consequence={words.deleteConsequence(url)}
          action={words.deleteTheWebhook}
          onConfirm={() => deleting.mutate()}
        />
      </div>
      <Refusal sentence={error && errorSentence(error)} />
      {editing && (
        <WebhookForm
          title={words.edit}
          action={acts.save}
          initial={{ url, events }}
          submit={(inputs) => changeWebhook(id, inputs)}
          onDone={onChanged}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
