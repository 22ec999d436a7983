import type { ComponentProps } from 'react'

type Look = 'primary' | 'outline' | 'plain' | 'link' | 'danger' | 'large' | 'largeOutline'

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors select-none disabled:cursor-default disabled:opacity-60'
const ACTS = 'bg-accent px-4 text-on-accent hover:bg-accent-hover'
const DRAWN = 'border border-strong px-4 text-ink hover:border-ink'
const SMALL = 'min-h-11 text-sm'
const LARGE = 'min-h-12 w-full text-base'

const LOOKS: Record<Look, string> = {
  primary: `${SMALL} ${ACTS}`,
  outline: `${SMALL} ${DRAWN}`,
  plain: `${SMALL} px-2 text-quiet hover:text-ink`,
  link: `${SMALL} px-2 text-ink underline decoration-strong underline-offset-4 hover:decoration-ink`,
  danger: `${SMALL} px-2 text-danger underline-offset-4 hover:underline`,
  large: `${LARGE} ${ACTS}`,
  largeOutline: `${LARGE} ${DRAWN}`,
}

/** The look of a button, for links that act like one. `more` is for place and margin only. */
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
