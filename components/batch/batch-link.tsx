import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { batchWords } from '@/lib/words/batch'

/** From one video to many. */
export function BatchLink() {
  const words = useWords(batchWords)
  return (
    <Link href="/batch" className={buttonClass('plain', '-mx-2 self-start')}>
      {words.linkFromStudio}
    </Link>
  )
}
