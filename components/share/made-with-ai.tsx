import { useState } from 'react'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import { shareWords } from '@/lib/words/share'
import { findCredentials } from './credentials'

const LINK = 'text-ink underline decoration-strong underline-offset-4'
const READER = 'contentcredentials.org/verify'

/** The notice every shared film carries and, once somebody asks, the proof the file itself holds. */
export function MadeWithAi({ videoUrl, downloads }: { videoUrl: string; downloads: boolean }) {
  const words = useWords(shareWords)
  const [signed, setSigned] = useState<boolean | null>(null)
  const save = (
    <a href={`${videoUrl}?download=1`} className={LINK}>
      {words.saveFile}
    </a>
  )
  const reader = (
    <a href={`https://${READER}`} target="_blank" rel="noreferrer" className={LINK}>
      {READER}
    </a>
  )
  return (
    <details
      className="group text-sm"
      onToggle={(event) => {
        if (event.currentTarget.open && signed === null) findCredentials(videoUrl).then(setSigned)
      }}
    >
      <summary className="-my-2.5 flex min-h-11 list-none items-center gap-2 rounded-control [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="h-0.5 w-4 bg-accent" />
        <span className="font-medium">{words.madeWithAi}</span>
        <span className="ml-auto text-quiet underline decoration-strong underline-offset-4 group-open:hidden">
          {words.whatThatMeans}
        </span>
      </summary>
      <div className="mt-4 max-w-[60ch] space-y-3 text-quiet">
        <p>{words.meaning}</p>
        {signed && (
          <p>
            {downloads ? sentenceWith(words.signedToSave, save, reader) : sentenceWith(words.signed, reader)}{' '}
            {words.signer}
          </p>
        )}
      </div>
    </details>
  )
}
