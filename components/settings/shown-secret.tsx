import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import { useWords } from '@/components/words/language'
import type { WebhookWithSecret } from '@/lib/webhooks/schema'
import { actionWords } from '@/lib/words/actions'
import { webhookWords } from '@/lib/words/webhooks'

/** The secret of a webhook that was just added or rotated. */
export function ShownSecret({ webhook, onClose }: { webhook: WebhookWithSecret; onClose: () => void }) {
  const words = useWords(webhookWords)
  const acts = useWords(actionWords)
  const rotated = webhook.previous_secret_expires_at !== null
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.copySecret}
      lead={rotated ? words.secretRotated : words.secretAdded}
    >
      <Copyable label={words.secret} text={webhook.secret} />
      <div className="mt-4">
        <Copyable label={words.example} text={example(webhook.secret)} />
      </div>
      <div className="mt-6 flex justify-end">
        <Button look="primary" onClick={onClose}>
          {acts.done}
        </Button>
      </div>
    </Dialog>
  )
}

function example(secret: string): string {
  return `import OpenAI from 'openai'

const { webhooks } = new OpenAI({
  apiKey: 'unused',
  webhookSecret: '${secret}',
})
const event = await webhooks.unwrap(body, headers)`
}
