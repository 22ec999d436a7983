import { useMutation } from '@tanstack/react-query'
import { Sparkle } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { errorSentence } from '@/components/api/request'
import { idempotencyKey, remakeVideo } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { money } from '@/components/ui/price'
import { useLocale, useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { costOf, type EngineOffer } from '@/lib/videos/engine-offer'
import { engineWords } from '@/lib/words/engines'

/** Has a draft that this studio made made again by Boson, from the same inputs, as another version. */
export function FinishElsewhere({ video, offers }: { video: StudioVideo; offers: EngineOffer[] }) {
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
  const boson = offers.find(({ name }) => name === 'boson')
  if (!boson || video.provider !== 'local') return null
  const { price } = boson
  return (
    <>
      <Button look="plain" disabled={finishing.isPending} onClick={() => finishing.mutate()}>
        <Sparkle size={16} strokeWidth={1.5} aria-hidden />
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
