import { Fragment, type ReactNode } from 'react'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { Link } from '@/lib/share/schema'
import { linkWords } from '@/lib/words/links'

type Words = (typeof linkWords)['en']

/** What a link is called: its name, or when it was made. */
export function LinkName({ link: { name, created_at } }: { link: Link }) {
  const words = useWords(linkWords)
  return name || sentenceWith(words.made, <When at={created_at} />)
}

/** A link's state in one line: whether it works, for whom, until when, and who has watched. */
export function LinkWords({ link }: { link: Link }) {
  const words = useWords(linkWords)
  const conditions = link.state === 'open' ? conditionsOf(link, words) : []
  const parts = [stateOf(link, words), ...conditions, viewsOf(link, words)]
  return (
    <p className="text-xs text-quiet">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are written anew each time, in one order.
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  )
}

function stateOf({ state, revoked_at, expires_at }: Link, words: Words): ReactNode {
  if (state === 'revoked')
    return revoked_at ? sentenceWith(words.revokedAt, <When at={revoked_at} />) : words.revoked
  if (expires_at === null) return words.works
  return sentenceWith(state === 'expired' ? words.expiredAt : words.expires, <When at={expires_at} />)
}

function conditionsOf(
  { has_password, allowed_domains, downloads, comments }: Link,
  words: Words,
): ReactNode[] {
  const [first, ...more] = allowed_domains
  return [
    ...(has_password ? [words.withPassword] : []),
    ...(first ? [more.length > 0 ? words.forDomains(first, more.length) : words.forDomain(first)] : []),
    ...(downloads ? [] : [words.noDownloads]),
    ...(comments ? [words.comments] : []),
  ]
}

function viewsOf({ views, last_viewed_at }: Link, words: Words): ReactNode {
  if (views === 0 || last_viewed_at === null) return words.notWatched
  return sentenceWith((time) => words.watched(views, time), <When at={last_viewed_at} />)
}
