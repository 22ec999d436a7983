'use client'

import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { shareWords } from '@/lib/words/share'

/** What stands in another site's frame where there is no film to play in it. */
export function EmbedCover({ sentence, url }: { sentence: string; url?: string }) {
  const words = useWords(shareWords)
  return (
    <main
      data-theme="stage"
      className="fixed inset-0 flex flex-col items-center justify-center gap-4 bg-ground p-4 text-center"
    >
      <h1 className="text-base font-medium">{sentence}</h1>
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className={buttonClass('outline')}>
          {words.openInTab}
        </a>
      )}
    </main>
  )
}
