import { buttonClass } from '@/components/ui/button'
import { Curtain } from './curtain'

/** A link for people of certain domains, met by somebody who has not shown to be one of them. */
export function MembersOnly({
  token,
  domains,
  email,
}: {
  token: string
  domains: string[]
  /** Of whoever is signed in. */
  email?: string
}) {
  const signIn = `/sign-in?next=${encodeURIComponent(`/s/${token}`)}`
  return (
    <Curtain title="This video is for some people only">
      <p>
        It can be watched by members of this studio with an e-mail address at{' '}
        {new Intl.ListFormat('en', { type: 'disjunction' }).format(domains)}.
        {email && ` You are signed in as ${email}.`}
      </p>
      {email ? (
        <p className="mt-3">Sign out and in again with another address, or ask whoever sent the link.</p>
      ) : (
        <a href={signIn} className={buttonClass('outline', 'mt-6')}>
          Sign in
        </a>
      )}
    </Curtain>
  )
}
