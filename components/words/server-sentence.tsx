import { lazy, type ReactNode, Suspense } from 'react'
import { useLanguage } from './language'

/** Fetched with the first sentence that needs it. Out of reach, the sentence stays as the server said it. */
const InGerman = lazy(() =>
  import('./in-german')
    .then((module) => ({ default: module.InGerman }))
    .catch(() => ({ default: InEnglish })),
)

/** What the server said, in the reader's language. The server speaks English, as the programs that ask it do. */
export function ServerSentence({ sentence }: { sentence: string }) {
  return useLanguage() === 'en' ? (
    sentence
  ) : (
    <Suspense>
      <InGerman sentence={sentence} />
    </Suspense>
  )
}

function InEnglish({ sentence }: { sentence: string }): ReactNode {
  return <span lang="en">{sentence}</span>
}
