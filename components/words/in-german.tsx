import { Fragment, type ReactNode } from 'react'
import { inGerman } from '@/lib/words/server/in-german'

/** What the server said, in German; the words of somebody else in it are marked as English, to be spoken so. */
export function InGerman({ sentence }: { sentence: string }): ReactNode {
  return inGerman(sentence).map(
    ({ text, english }, index) =>
      // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of one sentence, always in one order.
      english ? (
        <span key={index} lang="en">
          {text}
        </span>
      ) : (
        <Fragment key={index}>{text}</Fragment>
      ),
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  )
}
