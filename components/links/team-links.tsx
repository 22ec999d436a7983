'use client'

import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import NextLink from 'next/link'
import { listTeamLinks, revokeTeamLinks } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button, buttonClass } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useWords } from '@/components/words/language'
import type { Link, TeamLinkList } from '@/lib/share/schema'
import { actionWords } from '@/lib/words/actions'
import { linkWords } from '@/lib/words/links'
import { LinkRow } from './link-row'

const KEY = ['team-links']
type Pages = InfiniteData<TeamLinkList, string | null>

/** Every link of the team: what strangers can see, and the way to stop it. */
export function TeamLinks({ first }: { first: TeamLinkList }) {
  const words = useWords(linkWords)
  const acts = useWords(actionWords)
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => listTeamLinks(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: TeamLinkList) => (page.has_more ? page.last_id : null),
    initialData: { pages: [first], pageParams: [null] },
    // Each visit starts from what the server has just said, not from the last visit.
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
  })
  const revoking = useMutation({ mutationFn: revokeTeamLinks, onSuccess: () => list.refetch() })
  const links = list.data.pages.flatMap((page) => page.data)
  const remember = (changed: Link) =>
    client.setQueryData(KEY, (data: Pages | undefined) => data && withLink(data, changed))
  const error = revoking.error ?? list.error

  if (links.length === 0) return <Empty />
  return (
    <main className="max-w-[60rem] px-4 pb-16 lg:px-10">
      <header className="flex min-h-20 flex-wrap items-center justify-between gap-x-4">
        <h1 className="text-xl font-medium tracking-[-0.01em]">{words.links}</h1>
        {links.some(({ state }) => state !== 'revoked') && (
          <Confirm
            trigger={
              <Button look="danger" disabled={revoking.isPending}>
                {words.revokeAll}
              </Button>
            }
            question={words.revokeAllQuestion}
            consequence={words.revokeAllConsequence}
            action={words.revokeAllLinks}
            onConfirm={() => revoking.mutate()}
          />
        )}
      </header>
      {error && (
        <p role="alert" className="pb-4 text-sm text-danger">
          {errorSentence(error)}
        </p>
      )}
      <ul className="border-t border-hair">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} video onChanged={remember} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-6" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {list.isFetchingNextPage ? acts.loading : acts.showMore}
        </Button>
      )}
    </main>
  )
}

function withLink(data: Pages, changed: Link): Pages {
  const swap = (link: Link) => (link.id === changed.id ? changed : link)
  return { ...data, pages: data.pages.map((page) => ({ ...page, data: page.data.map(swap) })) }
}

function Empty() {
  const words = useWords(linkWords)
  return (
    <main className="px-4 pb-16 lg:px-10">
      <h1 className="flex min-h-20 items-center text-xl font-medium tracking-[-0.01em]">{words.links}</h1>
      <p className="font-medium">{words.nothing}</p>
      <p className="measure mt-1 text-quiet">{words.nothingWhy}</p>
      <NextLink href="/gallery" className={buttonClass('outline', 'mt-6')}>
        {words.openGallery}
      </NextLink>
    </main>
  )
}
