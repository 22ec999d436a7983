import { ChevronDown } from 'lucide-react'

export type Choice = [value: string, words: string]

/** One of a few choices, or `any` of them: the browser's own list, quiet until something is chosen. */
export function Choose({
  label,
  any,
  value,
  choices,
  onChoose,
}: {
  label: string
  any: string
  value: string
  choices: Choice[]
  onChoose: (value: string) => void
}) {
  return (
    <span className="relative inline-flex shrink-0 items-center">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
        className={`field-sizing-content min-h-11 max-w-48 cursor-pointer appearance-none truncate rounded-control border bg-ground pr-7 pl-2.5 text-sm transition-colors hover:text-ink ${value ? 'border-ink font-medium text-ink' : 'border-transparent text-quiet'}`}
      >
        <option value="">{any}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className="pointer-events-none absolute right-2 text-quiet"
      />
    </span>
  )
}
