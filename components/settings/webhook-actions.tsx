import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { changeWebhook, deleteWebhook, rotateSecret, sendTest } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import type { WebhookView, WebhookWithSecret } from '@/lib/webhooks/schema'
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
          Send a test
        </Button>
        <Button look="link" onClick={() => setEditing(true)}>
          Edit
        </Button>
        <Button look="link" disabled={pausing.isPending} onClick={() => pausing.mutate()}>
          {enabled ? 'Pause' : 'Resume'}
        </Button>
        <Confirm
          trigger={
            <Button look="link" disabled={rotating.isPending}>
              New secret
            </Button>
          }
          question="Give this webhook a new secret?"
          consequence="The new one is shown once. The old one signs as well for a day, then no longer."
          action="Make a new secret"
          onConfirm={() => rotating.mutate()}
        />
        <Confirm
          trigger={
            <Button look="danger" disabled={deleting.isPending}>
              Delete
            </Button>
          }
          question="Delete this webhook?"
          consequence={`${url} hears of nothing any more, and its log is removed. This cannot be undone.`}
          action="Delete the webhook"
          onConfirm={() => deleting.mutate()}
        />
      </div>
      <Refusal sentence={error && errorSentence(error)} />
      {editing && (
        <WebhookForm
          title="Edit the webhook"
          action="Save"
          initial={{ url, events }}
          submit={(inputs) => changeWebhook(id, inputs)}
          onDone={onChanged}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
