import { SHAPES } from '@/components/stage/shape'
import type { Size } from '@/lib/boson/schemas'

const SCALE = 20

/** The shapes a video can have, each drawn as it is. */
export function SizePicker({ chosen, onChoose }: { chosen: Size; onChoose: (size: Size) => void }) {
  return (
    <div role="radiogroup" aria-labelledby="size-heading">
      <h2 id="size-heading" className="text-sm font-medium">
        Size
      </h2>
      <div className="mt-2 grid grid-cols-3 gap-2">
        {SHAPES.map((shape) => (
          <label
            key={shape.size}
            className="group flex cursor-pointer items-center gap-3 rounded-control border border-hair p-3 transition-colors hover:border-strong has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink max-sm:flex-col max-sm:items-start"
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
                className="block rounded-[3px] border border-strong transition-colors group-has-checked:border-accent group-has-checked:bg-accent"
              />
            </span>
            <span className="text-sm tabular-nums">
              <span className="block font-medium">{shape.name}</span>
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
