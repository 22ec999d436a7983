import type { ComponentProps } from 'react'

type Look = 'primary' | 'outline' | 'plain' | 'danger'

const BASE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control text-sm font-medium whitespace-nowrap transition-colors select-none disabled:cursor-default disabled:opacity-60'

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent px-4 text-on-accent hover:bg-accent-hover',
  outline: 'border border-strong px-4 text-ink hover:border-ink',
  plain: 'px-2 text-quiet hover:text-ink',
  danger: 'px-2 text-danger underline-offset-4 hover:underline',
}

/** The look of a button, for links that act like one. */
export function buttonClass(look: Look = 'outline', more = ''): string {
  return `${BASE} ${LOOKS[look]} ${more}`
}

export function Button({
  look,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}
