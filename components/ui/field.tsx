import { type ComponentProps, type ReactNode, useId } from 'react'

/** A labelled line of text; `hint` stays below it, `error` takes its place. */
export function Field({
  label,
  hint,
  error,
  ...input
}: ComponentProps<'input'> & { label: string; hint?: string; error?: ReactNode }) {
  const id = useId()
  const below = error ?? hint
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={below ? `${id}-below` : undefined}
        aria-invalid={error ? true : undefined}
        className="mt-2 block min-h-11 w-full rounded-control border border-strong bg-raised px-3 text-base transition-colors hover:border-ink"
        {...input}
      />
      {below && (
        <p id={`${id}-below`} className={`mt-2 text-sm ${error ? 'text-danger' : 'text-quiet'}`}>
          {below}
        </p>
      )}
    </div>
  )
}
