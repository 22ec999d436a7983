import Link from 'next/link'

/** The mark: a picture's frame with a mouth of one line, which is also the playhead lying down. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <rect x="2.75" y="2.75" width="18.5" height="18.5" rx="4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7.5 15.25h9" stroke="var(--accent)" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  )
}

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
