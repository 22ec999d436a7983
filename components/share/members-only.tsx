import { buttonClass } from '@/components/ui/button'
import { LOCALES } from '@/lib/words/language'
import { requestLanguage } from '@/lib/words/request-language'
import { shareGateWords } from '@/lib/words/share-gate'
import { Curtain } from './curtain'

/** A link for people of certain domains, met by somebody who has not shown to be one of them. */
export async function MembersOnly({
  token,
  domains,
  email,
}: {
  token: string
  domains: string[]
  /** Of whoever is signed in. */
  email?: string
}) {
  const language = await requestLanguage()
  const words = shareGateWords[language]
  const domainList = new Intl.ListFormat(LOCALES[language], { type: 'disjunction' }).format(domains)
  const signIn = `/sign-in?next=${encodeURIComponent(`/s/${token}`)}`
  return (
    <Curtain title={words.forSome}>
      <p>
        {words.forDomains(domainList)} {email && words.signedInAs(email)}
      </p>
      {email ? (
        <p className="mt-3">{words.signInOtherwise}</p>
      ) : (
        <a href={signIn} className={buttonClass('outline', 'mt-6')}>
          {words.signIn}
        </a>
      )}
    </Curtain>
  )
}
