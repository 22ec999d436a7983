import { Fragment, type ReactNode } from 'react'
import { When } from '@/components/ui/when'
import type { Link } from '@/lib/share/schema'

/** What a link is called: its name, or when it was made. */
export function LinkName({ link: { name, created_at } }: { link: Link }) {
  return name ? (
    name
  ) : (
    <>
      Link made <When at={created_at} />
    </>
  )
}

/** A link's state in one line: whether it works, for whom, until when, and who has watched. */
export function LinkWords({ link }: { link: Link }) {
  const parts = [stateOf(link), ...(link.state === 'open' ? conditionsOf(link) : []), viewsOf(link)]
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

function stateOf({ state, revoked_at, expires_at }: Link): ReactNode {
  if (state === 'revoked')
    return revoked_at ? (
      <>
        Revoked <When at={revoked_at} />
      </>
    ) : (
      'Revoked'
    )
  if (state === 'expired' && expires_at)
    return (
      <>
        Expired <When at={expires_at} />
      </>
    )
  return expires_at ? (
    <>
      Works until <When at={expires_at} />
    </>
  ) : (
    'Works'
  )
}

function conditionsOf({ has_password, allowed_domains, downloads, comments }: Link): ReactNode[] {
  const [first, ...more] = allowed_domains
  return [
    ...(has_password ? ['with a password'] : []),
    ...(first ? [`for ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`] : []),
    ...(downloads ? [] : ['no downloads']),
    ...(comments ? ['comments'] : []),
  ]
}

function viewsOf({ views, last_viewed_at }: Link): ReactNode {
  if (views === 0 || last_viewed_at === null) return 'Not watched yet'
  const words = views === 1 ? '1 view, ' : `${views} views, last `
  return (
    <>
      {words}
      <When at={last_viewed_at} />
    </>
  )
}
