/** Keys, and what each does. */
export function KeyList({ rows }: { rows: { keys: string[]; what: string }[] }) {
  return (
    <dl className="border-t border-hair text-sm">
      {rows.map(({ keys, what }) => (
        <div key={what} className="flex items-center justify-between gap-4 border-b border-hair py-1.5">
          <dt className="order-2 flex gap-1">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded-[4px] border border-strong px-1.5 text-center font-sans text-xs leading-5 tabular-nums"
              >
                {key}
              </kbd>
            ))}
          </dt>
          <dd className="text-quiet">{what}</dd>
        </div>
      ))}
    </dl>
  )
}
