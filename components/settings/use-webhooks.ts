import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listWebhooks } from '@/components/api/webhooks'
import type { WebhookView } from '@/lib/webhooks/schema'

const WEBHOOKS = ['webhooks']
/** A receiver may pause its webhook, and others in the team work on the same list. */
const LOOK_EVERY_MS = 10_000
/** While an event is on its way for the first time. */
const SOON_MS = 1000
const SOON_S = 15

/** The team's webhooks. `remember` and `forget` take in what the studio answered to a change. */
export function useWebhooks(initial: WebhookView[]) {
  const client = useQueryClient()
  const { data: webhooks } = useQuery({
    queryKey: WEBHOOKS,
    queryFn: ({ signal }) => listWebhooks(signal),
    initialData: initial,
    gcTime: 0,
    refetchOnMount: false,
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? SOON_MS : LOOK_EVERY_MS),
  })
  const change = (next: (before: WebhookView[]) => WebhookView[]) =>
    client.setQueryData<WebhookView[]>(WEBHOOKS, (before = []) => next(before))
  return {
    webhooks,
    remember: (webhook: WebhookView) =>
      change((before) =>
        before.some(({ id }) => id === webhook.id)
          ? before.map((other) => (other.id === webhook.id ? webhook : other))
          : [...before, webhook],
      ),
    forget: (id: string) => change((before) => before.filter((other) => other.id !== id)),
    refresh: () => client.invalidateQueries({ queryKey: WEBHOOKS }),
  }
}

function isBusy({ enabled, last_delivery }: WebhookView): boolean {
  const since = Date.now() / 1000 - (last_delivery?.created_at ?? 0)
  return enabled && last_delivery?.status === 'pending' && since < SOON_S
}
