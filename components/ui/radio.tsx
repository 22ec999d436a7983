import type { ComponentProps, ReactNode } from 'react'

/** One of a few choices, its words part of what can be pressed. `more` is for place and margin only. */
export function Radio({
  more,
  children,
  ...input
}: Omit<ComponentProps<'input'>, 'type' | 'className'> & { more: string; children: ReactNode }) {
  return (
    <label
      className={`group flex min-h-11 cursor-pointer items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-ink ${more}`}
    >
      <input
        type="radio"
        className="size-4 shrink-0 appearance-none rounded-full border border-strong transition-[border-width,border-color] group-hover:border-ink checked:border-[5px] checked:border-ink focus-visible:outline-none"
        {...input}
      />
      {children}
    </label>
  )
}
