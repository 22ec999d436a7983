import type { Engine } from '@/components/api/videos'
import { money } from '@/components/ui/price'
import { Radio } from '@/components/ui/radio'
import { useLocale, useWords } from '@/components/words/language'
import { costOf, type EngineOffer } from '@/lib/videos/engine-offer'
import { engineWords } from '@/lib/words/engines'

/** Who makes the video, where there is a choice. */
export function EnginePicker({
  offers,
  chosen,
  seconds,
  onChoose,
}: {
  offers: EngineOffer[]
  chosen: Engine
  /** Expected length of the video, 0 while unknown. */
  seconds: number
  onChoose: (engine: Engine) => void
}) {
  const words = useWords(engineWords)
  const locale = useLocale()
  if (offers.length < 2) return null
  const hint = ({ name, price }: EngineOffer) =>
    price && seconds > 0 ? words.about(money(costOf(price, [seconds]), locale)) : words.hints[name]
  // The draft comes first, whichever is usual.
  const inOrder = [...offers].sort((a, b) => Number(a.name === 'boson') - Number(b.name === 'boson'))
  return (
    <div role="radiogroup" aria-labelledby="engine-heading" className="border-t border-hair pt-4">
      <h2 id="engine-heading" className="text-sm font-medium">
        {words.engine}
      </h2>
      <div className="mt-1 grid gap-x-2 sm:grid-cols-2">
        {inOrder.map((offer) => (
          <Radio
            key={offer.name}
            more="-mx-2 gap-3 px-2"
            name="engine"
            value={offer.name}
            checked={offer.name === chosen}
            onChange={() => onChoose(offer.name)}
          >
            <span className="min-w-0 text-sm tabular-nums">
              <span className="font-medium">{words.choices[offer.name]}</span>{' '}
              <span className="text-quiet">{hint(offer)}</span>
            </span>
          </Radio>
        ))}
      </div>
    </div>
  )
}
