import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmbedCover } from '@/components/share/embed-cover'
import { EmbeddedFilm } from '@/components/share/embedded-film'
import { toShared, verdictOfPage } from '@/lib/share/data'
import { readEmbedOptions } from '@/lib/share/embed-options'
import { sharePageUrl } from '@/lib/share/view'
import { requestWords } from '@/lib/words/request-language'
import { shareWords } from '@/lib/words/share'
import { shareGateWords } from '@/lib/words/share-gate'

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await requestWords(shareWords)).untold }, robots: { index: false } }
}

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The film alone, for other sites to put into a frame of theirs. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { token } = await params
  const { state, link } = await verdictOfPage(token)
  const url = sharePageUrl(token)
  const words = await requestWords(shareGateWords)
  // Browsers send no cookies into other sites' frames, so nobody can be let in there.
  if (state === 'locked') return <EmbedCover url={url} sentence={words.embedLocked} />
  if (state === 'members') return <EmbedCover url={url} sentence={words.embedForMembers} />
  if (state !== 'open') notFound()
  const options = readEmbedOptions(await searchParams)
  return <EmbeddedFilm token={token} url={url} initial={await toShared(link)} options={options} />
}
