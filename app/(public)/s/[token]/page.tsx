import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LockedFilm } from '@/components/share/locked-film'
import { MembersOnly } from '@/components/share/members-only'
import { SharedRoom } from '@/components/share/shared-room'
import { currentMember } from '@/lib/auth/session'
import { toShared, verdictOfPage } from '@/lib/share/data'
import { readTime } from '@/lib/share/embed-options'
import { oembedUrl } from '@/lib/share/oembed'
import { socialCards } from '@/lib/share/social-cards'
import { sharePageUrl } from '@/lib/share/view'
import { requestWords } from '@/lib/words/request-language'
import { shareWords } from '@/lib/words/share'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What other sites show of a link to this page. One that is not open gives nothing away. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  const { state, link } = await verdictOfPage(token)
  const robots = { index: false }
  if (state !== 'open') return { title: { absolute: (await requestWords(shareWords)).untold }, robots }
  const video = await toShared(link)
  return {
    title: { absolute: video.title },
    robots,
    alternates: {
      canonical: sharePageUrl(token),
      types: { 'application/json+oembed': [{ url: oembedUrl(token), title: video.title }] },
    },
    ...socialCards(token, video),
  }
}

export default async function SharePage({ params, searchParams }: Props) {
  const { token } = await params
  const { t, wrong } = await searchParams
  const { state, link } = await verdictOfPage(token)
  if (state === 'locked') {
    return <LockedFilm token={token} sharedBy={link.createdBy.name} wrong={wrong?.toString()} />
  }
  if (state === 'members') {
    const member = await currentMember()
    return <MembersOnly token={token} domains={link.allowedDomains} email={member?.email} />
  }
  if (state !== 'open') notFound()
  return (
    <SharedRoom token={token} url={sharePageUrl(token)} initial={await toShared(link)} start={readTime(t)} />
  )
}
