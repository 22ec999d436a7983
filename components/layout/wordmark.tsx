import Link from 'next/link'
import { Mark } from './mark'

export function Wordmark({ href }: { href: string }) {
  return (
    <Link
      href={href}
      aria-label="Avatar Studio"
      className="inline-flex min-h-11 items-center gap-2 rounded-control text-base font-semibold tracking-[-0.01em]"
    >
      <Mark />
      <span className="max-sm:sr-only">Avatar Studio</span>
    </Link>
  )
}
