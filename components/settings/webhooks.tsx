import { Webhook } from 'lucide-react'
import { useRef, useState } from 'react'
import { addWebhook } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import type { WebhookWithSecret } from '@/lib/webhooks/schema'
import { DocsLink } from './docs-link'
import { Nothing, Section } from './section'
import { ShownSecret } from './shown-secret'
import { useWebhooks } from './use-webhooks'
import { WebhookForm } from './webhook-form'
import { WebhookRow } from './webhook-row'

/** The addresses that are told when videos end. */
export function Webhooks({ initial }: { initial: Parameters<typeof useWebhooks>[0] }) {
  const { webhooks, remember, forget, refresh } = useWebhooks(initial)
  const heading = useRef<HTMLHeadingElement>(null)
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<WebhookWithSecret | null>(null)
  const [news, setNews] = useState('')

  function take({ secret, ...webhook }: WebhookWithSecret) {
    remember(webhook)
    setShown({ secret, ...webhook })
  }

  return (
    <Section
      title="Webhooks"
      heading={heading}
      lead={
        <>
          When a video of the team ends, the studio tells these addresses, signed and with retries. How to
          check the signature is in <DocsLink />.
        </>
      }
    >
      {webhooks.length === 0 ? (
        <Nothing title="No webhooks yet">
          Add the address of your server, and it hears of each video the moment it is finished or has failed,
          without having to ask.
        </Nothing>
      ) : (
        <ul className="border-t border-hair lg:-mt-2 lg:border-t-0">
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onChanged={remember}
              onTold={refresh}
              onRotated={take}
              onDeleted={() => {
                forget(webhook.id)
                setNews(`The webhook ${webhook.url} was deleted.`)
                heading.current?.focus()
              }}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {news}
      </p>
      <Button className="mt-6" onClick={() => setAdding(true)}>
        <Webhook size={16} strokeWidth={1.5} aria-hidden />
        Add a webhook
      </Button>
      {adding && (
        <WebhookForm
          title="Add a webhook"
          action="Add the webhook"
          submit={addWebhook}
          onDone={take}
          onClose={() => setAdding(false)}
        />
      )}
      {shown && <ShownSecret webhook={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}
