/** The column that a thing comes from, or none. */
export function ColumnSelect({
  label,
  none,
  names,
  chosen,
  onChoose,
}: {
  label: string
  /** What it is where no column says it. */
  none: string
  names: string[]
  chosen: number | null
  onChoose: (column: number | null) => void
}) {
  return (
    <label className="block text-sm max-sm:w-full">
      <span className="block font-medium">{label}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
        className="mt-1 min-h-11 w-full rounded-control border border-strong bg-raised px-3 text-sm transition-colors hover:border-ink sm:min-w-44"
      >
        <option value="">{none}</option>
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may share a name, and none moves.
          <option key={index} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
