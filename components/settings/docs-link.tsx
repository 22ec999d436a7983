import Link from 'next/link'

export function DocsLink() {
  return (
    <Link
      href="/docs"
      className="text-ink underline decoration-strong underline-offset-4 hover:decoration-ink"
    >
      the API’s documentation
    </Link>
  )
}
