import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { VideoEvent, WebhookView } from '@/lib/webhooks/schema'
import { webhookWords } from '@/lib/words/webhooks'
import { DeliveryLog } from './delivery-log'
import { WebhookActions, type WebhookRowProps } from './webhook-actions'

/** One webhook in a line; it opens onto what can be done with it and what was sent. */
export function WebhookRow(props: WebhookRowProps) {
  const { webhook, onTold } = props
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li className="border-b border-hair">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="group flex min-h-11 w-full items-center gap-4 rounded-control py-2 text-left"
        >
          <span className="min-w-0 flex-1">
            <span className={`block text-sm font-medium ${open ? 'break-all' : 'truncate'}`}>
              {webhook.url}
            </span>
            <Summary webhook={webhook} />
          </span>
          <ChevronDown
            size={20}
            strokeWidth={1.5}
            aria-hidden
            className={`shrink-0 text-quiet transition-transform group-hover:text-ink ${open ? 'rotate-180' : ''}`}
          />
        </button>
      </h3>
      <div id={id} hidden={!open} className="pb-4">
        {open && (
          <>
            <WebhookActions {...props} />
            <DeliveryLog webhook={webhook} onTold={onTold} />
          </>
        )}
      </div>
    </li>
  )
}

function Summary({ webhook: { enabled, events, last_delivery } }: { webhook: WebhookView }) {
  const words = useWords(webhookWords)
  return (
    <span className="block text-xs text-quiet">
      {!enabled && <span className="font-medium text-ink">{words.paused}</span>} {hearsOf(events, words)}{' '}
      {last_delivery
        ? sentenceWith(
            words.lastEvent,
            <When at={last_delivery.created_at} />,
            <span className={last_delivery.status === 'failed' ? 'text-danger' : undefined}>
              {words.outcomes[last_delivery.status]}
            </span>,
          )
        : words.nothingSent}
    </span>
  )
}

function hearsOf(events: VideoEvent[], words: (typeof webhookWords)['en']): string {
  const [completed, failed] = [events.includes('video.completed'), events.includes('video.failed')]
  if (completed && failed) return words.hearsBoth
  return completed ? words.hearsCompleted : words.hearsFailed
}
