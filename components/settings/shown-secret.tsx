import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import type { WebhookWithSecret } from '@/lib/webhooks/schema'

/** The secret of a webhook that was just added or rotated. */
export function ShownSecret({ webhook, onClose }: { webhook: WebhookWithSecret; onClose: () => void }) {
  const rotated = webhook.previous_secret_expires_at !== null
  return (
    <Dialog
      open
      onClose={onClose}
      title="Copy the secret now"
      lead={
        rotated
          ? 'It is not shown again. For a day the old secret signs as well, so that you can change your server in peace.'
          : 'It is not shown again. Your server checks with it that an event comes from this studio.'
      }
    >
      <Copyable label="Secret" text={webhook.secret} />
      <div className="mt-4">
        <Copyable label="Checking an event in Node" text={example(webhook.secret)} />
      </div>
      <div className="mt-6 flex justify-end">
        <Button look="primary" onClick={onClose}>
          Done
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
