import { SHAPES } from '@/components/stage/shape'
import { useWords } from '@/components/words/language'
import type { Size } from '@/lib/boson/limits'
import { studioWords } from '@/lib/words/studio'

const SCALE = 20

/** The shapes a video can have, each drawn as it is. */
export function SizePicker({ chosen, onChoose }: { chosen: Size; onChoose: (size: Size) => void }) {
  const words = useWords(studioWords)
  return (
    <div role="radiogroup" aria-labelledby="size-heading" className="border-t border-hair pt-4">
      <h2 id="size-heading" className="text-sm font-medium">
        {words.size}
      </h2>
      <div className="mt-1 grid grid-cols-3 gap-2">
        {SHAPES.map((shape) => (
          <label
            key={shape.size}
            className="group -mx-2 flex min-h-14 cursor-pointer items-center gap-3 rounded-control px-2 has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name="size"
              value={shape.size}
              checked={shape.size === chosen}
              onChange={() => onChoose(shape.size)}
              className="sr-only"
            />
            <span aria-hidden className="flex size-8 shrink-0 items-center justify-center">
              <span
                style={{ width: shape.width / SCALE, height: shape.height / SCALE }}
                className="block rounded-[3px] border border-strong transition-colors group-hover:border-ink group-has-checked:border-ink group-has-checked:bg-ink"
              />
            </span>
            <span className="min-w-0 text-sm tabular-nums">
              <span className="block font-medium">
                {words.shapes[shape.size]}
                {words.aliases[shape.size] && <span className="sr-only">, {words.aliases[shape.size]}</span>}
              </span>
              <span className="block text-xs whitespace-nowrap text-quiet">
                {shape.width} × {shape.height}
              </span>
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
