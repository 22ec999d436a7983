import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { errorSentence } from '@/components/api/request'
import { type DeliveryPage, listDeliveries, redeliver } from '@/components/api/webhooks'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { DeliveryView, WebhookView } from '@/lib/webhooks/schema'
import { actionWords } from '@/lib/words/actions'
import { deliveryWords } from '@/lib/words/deliveries'
import { DeliveryItem } from './delivery-item'
import { Refusal } from './section'

/** While a try is near, and otherwise. */
const SOON_S = 15
const SOON_POLL_MS = 1000
const POLL_MS = 5000

export const deliveriesKey = (webhookId: string) => ['deliveries', webhookId]

/** What a webhook was told, newest first; it follows what is on its way. */
export function DeliveryLog({ webhook, onTold }: { webhook: WebhookView; onTold: () => void }) {
  const words = useWords(deliveryWords)
  const acts = useWords(actionWords)
  const log = useInfiniteQuery({
    queryKey: deliveriesKey(webhook.id),
    queryFn: ({ pageParam, signal }) => listDeliveries(webhook.id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: DeliveryPage) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.deliveries.some(isNear)) ? SOON_POLL_MS : POLL_MS,
  })
  const sending = useMutation({
    mutationFn: redeliver,
    onSuccess: () => {
      onTold()
      return log.refetch()
    },
  })
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries)
  const error = sending.error ?? log.error

  return (
    <div className="mt-4">
      <h4 className="text-sm font-medium">{words.deliveries}</h4>
      {deliveries?.length === 0 && <p className="mt-1 text-sm text-quiet">{words.none}</p>}
      {log.isPending && (
        <p role="status" className="mt-1 text-sm text-quiet">
          {words.loading}
        </p>
      )}
      {deliveries && deliveries.length > 0 && (
        <ul className="mt-2">
          {deliveries.map((delivery) => (
            <DeliveryItem
              key={delivery.id}
              delivery={delivery}
              onSendAgain={
                webhook.enabled && !isOnItsWay(delivery) ? () => sending.mutate(delivery) : undefined
              }
            />
          ))}
        </ul>
      )}
      <Refusal sentence={error && errorSentence(error)} />
      {log.hasNextPage && (
        <Button
          look="outline"
          className="mt-4"
          disabled={log.isFetchingNextPage}
          onClick={() => log.fetchNextPage()}
        >
          {log.isFetchingNextPage ? acts.loading : acts.showMore}
        </Button>
      )}
    </div>
  )
}

/** Its first try is not over, or the next is at hand: sending it once more would send it twice. */
function isOnItsWay(delivery: DeliveryView): boolean {
  return delivery.status === 'pending' && (delivery.tries.length === 0 || isNear(delivery))
}

function isNear({ status, next_attempt_at }: DeliveryView): boolean {
  return status === 'pending' && (next_attempt_at ?? 0) - Date.now() / 1000 < SOON_S
}
