import { ChevronRight } from 'lucide-react'

export type Voice = { id: string; name: string; description: string }

type Choice = { chosen: string; onChoose: (id: string) => void }

/** The preset voices, one line each, and those that were added to the studio behind a fold. */
export function VoiceRows({ presets, added, ...choice }: { presets: Voice[]; added: Voice[] } & Choice) {
  return (
    <div role="radiogroup" aria-labelledby="voice-heading" className="border-t border-hair pt-4">
      <h2 id="voice-heading" className="text-sm font-medium">
        Voice
      </h2>
      <Rows voices={presets} {...choice} />
      {added.length > 0 && (
        <details className="group/more" open={added.some(({ id }) => id === choice.chosen)}>
          <summary className="-mx-2 flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-control px-2 text-sm text-quiet transition-colors hover:text-ink focus-visible:outline-2 focus-visible:outline-ink lg:min-h-9 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              size={16}
              strokeWidth={1.5}
              aria-hidden
              className="-ml-0.5 transition-transform group-open/more:rotate-90"
            />
            More voices
          </summary>
          <Rows voices={added} {...choice} />
        </details>
      )}
    </div>
  )
}

function Rows({ voices, chosen, onChoose }: { voices: Voice[] } & Choice) {
  return (
    <div className="mt-1 grid min-[30rem]:grid-cols-2">
      {voices.map((voice) => (
        <label
          key={voice.id}
          className="group -mx-2 flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 has-focus-visible:outline-2 has-focus-visible:outline-ink lg:min-h-9"
        >
          <input
            type="radio"
            name="voice"
            value={voice.id}
            checked={voice.id === chosen}
            onChange={() => onChoose(voice.id)}
            className="size-4 shrink-0 appearance-none rounded-full border border-strong transition-[border-width,border-color] group-hover:border-ink checked:border-[5px] checked:border-ink focus-visible:outline-none"
          />
          <span className="min-w-0 text-sm">
            <span className="font-medium">{voice.name}</span>{' '}
            <span className="text-quiet">{voice.description}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
