import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { duration } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import { useLocale, useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import { type DeliveryView, eventSchema } from '@/lib/webhooks/schema'
import { deliveryWords } from '@/lib/words/deliveries'

type Try = DeliveryView['tries'][number]
type Words = (typeof deliveryWords)['en']

const HOUR_S = 3600

/** One event and every try to deliver it. */
export function DeliveryItem({
  delivery,
  onSendAgain,
}: {
  delivery: DeliveryView
  /** Absent where sending again makes no sense now. */
  onSendAgain?: () => void
}) {
  const words = useWords(deliveryWords)
  const { status, type, created_at, tries } = delivery
  return (
    <li className="border-t border-hair py-2">
      <div className="flex min-h-11 items-center gap-4">
        <div className="min-w-0 flex-1 text-sm">
          <p className="truncate">
            <span className={`font-medium ${status === 'failed' ? 'text-danger' : ''}`}>
              {words.outcomes[status]}
            </span>{' '}
            <Subject delivery={delivery} />
          </p>
          <p className="text-xs text-quiet">
            {type}, <When at={created_at} />
          </p>
        </div>
        {onSendAgain && (
          <Button look="plain" className="-mr-2" onClick={onSendAgain}>
            {status === 'pending' ? words.sendNow : words.sendAgain}
          </Button>
        )}
      </div>
      {tries.length > 0 && <Tries tries={tries} next={delivery.next_attempt_at} />}
    </li>
  )
}

/** What the event is about: the video, where it can still be looked at. */
function Subject({ delivery }: { delivery: DeliveryView }) {
  const words = useWords(deliveryWords)
  const event = eventSchema.safeParse(delivery.event)
  if (!event.success || event.data.type === 'webhook.test') return <span>{words.test}</span>
  const { id, title } = event.data.data
  return (
    <Link href={`/v/${id}`} className="underline decoration-strong underline-offset-4 hover:decoration-ink">
      {title}
    </Link>
  )
}

function Tries({ tries, next }: { tries: Try[]; next: number | null }) {
  const words = useWords(deliveryWords)
  const locale = useLocale()
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 rounded-control pr-2 text-xs text-quiet transition-colors hover:text-ink lg:min-h-8 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={16}
          strokeWidth={1.5}
          aria-hidden
          className="-ml-0.5 transition-transform group-open:rotate-90"
        />
        {triesWords(tries, next, words, locale)}
      </summary>
      <ol className="pb-2 pl-[1.125rem] text-xs text-quiet tabular-nums">
        {tries.map((attempt) => (
          <li key={attempt.id} className="flex gap-4 py-1">
            <Moment at={attempt.at} />
            <span className="min-w-0">
              {attempt.error ? <ServerSentence sentence={attempt.error} /> : words.accepted(attempt.status)}{' '}
              {words.took(took(attempt, locale))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function triesWords(tries: Try[], next: number | null, words: Words, locale: string): string {
  const [newest] = tries
  return [
    words.tries(tries.length),
    ...(newest ? [answerWords(newest, words, locale)] : []),
    ...(next === null ? [] : [nextWords(next, words)]),
  ].join(', ')
}

function answerWords(attempt: Try, words: Words, locale: string): string {
  const after = took(attempt, locale)
  return attempt.status === null ? words.noAnswer(after) : words.answered(attempt.status, after)
}

function took({ ms }: Try, locale: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toLocaleString(locale, digits)} s`
}

function nextWords(at: number, words: Words): string {
  const seconds = at - Date.now() / 1000
  if (seconds < 1) return words.nextNow
  return words.nextIn(seconds < HOUR_S ? duration(seconds) : `${Math.round(seconds / HOUR_S)} h`)
}

/** To the second, as one compares it with a server's log. */
function Moment({ at }: { at: number }) {
  const locale = useLocale()
  const date = new Date(at * 1000)
  return (
    <time dateTime={date.toISOString()} className="shrink-0">
      {date.toLocaleString(locale, { day: 'numeric', month: 'short' })} {date.toLocaleTimeString(locale)}
    </time>
  )
}
