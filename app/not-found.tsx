import Link from 'next/link'
import { Curtain } from '@/components/share/curtain'
import { buttonClass } from '@/components/ui/button'
import { layoutWords } from '@/lib/words/layout'
import { requestWords } from '@/lib/words/request-language'

export default async function NotFound() {
  const words = await requestWords(layoutWords)
  return (
    <Curtain title={words.noSuchPage}>
      <p>{words.noSuchPageWhy}</p>
      <Link href="/" className={buttonClass('outline', 'mt-6 text-ink')}>
        {words.goToStudio}
      </Link>
    </Curtain>
  )
}
