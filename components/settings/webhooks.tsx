import { Webhook } from 'lucide-react'
import { useRef, useState } from 'react'
import { addWebhook } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { WebhookWithSecret } from '@/lib/webhooks/schema'
import { webhookWords } from '@/lib/words/webhooks'
import { DocsLink } from './docs-link'
import { Nothing, Section } from './section'
import { ShownSecret } from './shown-secret'
import { useWebhooks } from './use-webhooks'
import { WebhookForm } from './webhook-form'
import { WebhookRow } from './webhook-row'

/** The addresses that are told when videos end. */
export function Webhooks({ initial }: { initial: Parameters<typeof useWebhooks>[0] }) {
  const words = useWords(webhookWords)
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
      title={words.webhooks}
      heading={heading}
      lead={
        <>
          {words.lead} {sentenceWith(words.more, <DocsLink />)}
        </>
      }
    >
      {webhooks.length === 0 ? (
        <Nothing title={words.none}>{words.noneWhy}</Nothing>
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
                setNews(words.deleted(webhook.url))
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
        {words.add}
      </Button>
      {adding && (
        <WebhookForm
          title={words.add}
          action={words.addTheWebhook}
          submit={addWebhook}
          onDone={take}
          onClose={() => setAdding(false)}
        />
      )}
      {shown && <ShownSecret webhook={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}
