import type { Engine } from '@/components/api/videos'
import { money } from '@/components/ui/price'
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
          <label
            key={offer.name}
            className="group -mx-2 flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name="engine"
              value={offer.name}
              checked={offer.name === chosen}
              onChange={() => onChoose(offer.name)}
              className="size-4 shrink-0 appearance-none rounded-full border border-strong transition-[border-width,border-color] group-hover:border-ink checked:border-[5px] checked:border-ink focus-visible:outline-none"
            />
            <span className="min-w-0 text-sm tabular-nums">
              <span className="font-medium">{words.choices[offer.name]}</span>{' '}
              <span className="text-quiet">{hint(offer)}</span>
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
