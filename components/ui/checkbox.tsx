import type { ComponentProps, ReactNode } from 'react'

/** A choice that is on or off, its words part of what can be pressed. */
export function Checkbox({ children, ...input }: ComponentProps<'input'> & { children: ReactNode }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
      <input type="checkbox" className="size-4 shrink-0 accent-accent" {...input} />
      <span>{children}</span>
    </label>
  )
}
