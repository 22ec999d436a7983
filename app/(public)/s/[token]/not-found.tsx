import { DeadLink } from '@/components/share/dead-link'
import { addressOfPage } from '@/lib/share/address-of-page'
import { verdictOfPage } from '@/lib/share/data'
import { unixSeconds } from '@/lib/unix-seconds'

export default async function SharedNotFound() {
  const token = addressOfPage()
  const verdict = token === null ? null : await verdictOfPage(token)
  if (!verdict?.link) return <DeadLink />
  const { state, link } = verdict
  return (
    <DeadLink
      sharedBy={link.createdBy.name}
      endedAt={state === 'expired' && link.expiresAt ? unixSeconds(link.expiresAt) : undefined}
    />
  )
}
