import Link from 'next/link'
import { useWords } from '@/components/words/language'
import { settingsWords } from '@/lib/words/settings'

export function DocsLink() {
  const words = useWords(settingsWords)
  return (
    <Link
      href="/docs"
      className="text-ink underline decoration-strong underline-offset-4 hover:decoration-ink"
    >
      {words.documentation}
    </Link>
  )
}
