import { useMutation } from '@tanstack/react-query'
import { Columns2, Sparkle } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { errorSentence } from '@/components/api/request'
import { idempotencyKey, remakeVideo } from '@/components/api/videos'
import { Button, buttonClass } from '@/components/ui/button'
import { money } from '@/components/ui/price'
import { useLocale, useWords } from '@/components/words/language'
import type { StudioVideo, Version } from '@/lib/boson/schemas'
import { costOf, type EngineOffer, type Price } from '@/lib/videos/engine-offer'
import { engineWords } from '@/lib/words/engines'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/**
 * Has a draft that this studio made made again by Boson, from the same inputs, as another version. Where that has been
 * done it leads to it instead, so that nobody pays for it twice.
 */
export function FinishElsewhere({
  video,
  versions,
  offers,
}: {
  video: StudioVideo
  versions: Version[]
  offers: EngineOffer[]
}) {
  const words = useWords(engineWords)
  const boson = offers.find(({ name }) => name === 'boson')
  if (video.provider !== 'local') return null
  const made = versions.find((version) => isMadeFrom(version, video))
  if (made) {
    const isFinished = made.status === 'completed'
    return (
      <Link
        href={isFinished ? `/v/${video.id}/compare/${made.id}` : `/v/${made.id}`}
        className={buttonClass('plain')}
      >
        <Columns2 {...ICON} />
        {isFinished ? words.compareBoson : words.inMaking}
      </Link>
    )
  }
  return boson ? <Finish video={video} price={boson.price} /> : null
}

/** Whether Boson made a version of the very inputs, or is about to. */
function isMadeFrom(version: Version, { id }: StudioVideo): boolean {
  const sameInputs = version.changes?.length === 1 && version.provider === 'boson'
  return version.remixed_from_video_id === id && sameInputs && version.status !== 'failed'
}

function Finish({ video, price }: { video: StudioVideo; price: Price | null }) {
  const words = useWords(engineWords)
  const locale = useLocale()
  const router = useRouter()
  // The same wish sent twice, because an answer was lost, makes one version.
  const key = useRef<string | null>(null)
  const finishing = useMutation({
    mutationFn: () => {
      key.current ??= idempotencyKey()
      return remakeVideo(video.id, 'boson', key.current)
    },
    onSuccess: ({ id }) => router.push(`/v/${id}`),
  })
  return (
    <>
      <Button look="plain" disabled={finishing.isPending} onClick={() => finishing.mutate()}>
        <Sparkle {...ICON} />
        {price ? words.finishFor(money(costOf(price, [video.seconds ?? 0]), locale)) : words.finish}
      </Button>
      {finishing.error && (
        <p role="alert" className="text-sm text-danger">
          {errorSentence(finishing.error)}
        </p>
      )}
    </>
  )
}
