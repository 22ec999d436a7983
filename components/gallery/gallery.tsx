'use client'

import { ArrowUp, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useCallback, useMemo } from 'react'
import { errorSentence } from '@/components/api/request'
import { type FirstPage, useGallery } from '@/components/api/use-gallery'
import type { Labels } from '@/components/filing/use-filing'
import { Button, buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import type { Person } from '@/lib/team/members'
import { binWords } from '@/lib/words/bin'
import { galleryWords } from '@/lib/words/gallery'
import { CLEARED, FilterBar } from './filter-bar'
import { addressOf, type Filters } from './filters'
import { Grid } from './grid'
import { SelectionBar } from './selection-bar'
import { useFilters } from './use-filters'
import { usePlace } from './use-place'
import { useRemoving } from './use-removing'
import { useSelection } from './use-selection'

/** Everything the team has made, or what of it is looked for, newest first. */
export function Gallery({ first, people, labels }: { first: FirstPage; people: Person[]; labels: Labels }) {
  const words = useWords(galleryWords)
  const { visit, atTop, returnTo } = usePlace()
  const { filters, listing, change } = useFilters()
  const list = useGallery(first, listing, visit, atTop)
  const { videos, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list
  const selection = useSelection(useMemo(() => videos.map(({ id }) => id), [videos]))
  const chosen = videos.filter(({ id }) => selection.selected.has(id))
  const removing = useRemoving()
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  function remove(going: StudioVideo[]) {
    selection.clear()
    removing.mutate(going)
  }

  const filtered = listing.name !== addressOf({})
  if (videos.length === 0 && !filtered && !list.error) return <Empty />
  return (
    <main className="px-4 pb-16 lg:px-10">
      {chosen.length > 0 ? (
        <SelectionBar videos={chosen} onClear={selection.clear} onDelete={() => remove(chosen)} />
      ) : (
        <div className="flex min-h-24 items-center justify-between sm:min-h-20">
          <h1 className="text-xl font-medium tracking-[-0.01em]">{words.gallery}</h1>
          <BinLink />
        </div>
      )}
      <FilterBar filters={filters} people={people} labels={labels} onChange={change} />
      {removing.error && (
        <p role="alert" className="pb-4 text-sm text-danger">
          {errorSentence(removing.error)}
        </p>
      )}
      <NewVideos count={atTop ? 0 : list.countNew} />
      {videos.length > 0 ? (
        <div aria-busy={list.isPlaceholderData} className="transition-opacity aria-busy:opacity-60">
          <Grid
            videos={videos}
            whole={!hasNextPage}
            scrollTo={returnTo}
            selection={selection}
            onNearEnd={onNearEnd}
            onDelete={(ids) => remove(videos.filter(({ id }) => ids.has(id)))}
          />
        </div>
      ) : (
        !list.error && <NothingFound filters={filters} onClear={() => change(CLEARED)} />
      )}
      <More
        loading={isFetchingNextPage}
        error={list.error}
        onAsk={() => (list.data ? fetchNextPage() : list.refetch())}
      />
    </main>
  )
}

/** No video passes the filters: what was looked for, and the way back to all. */
function NothingFound({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const words = useWords(galleryWords)
  return (
    <div role="status" className="py-24 text-center">
      <p className="text-lg font-medium">{filters.q ? words.notFound(filters.q) : words.nonePasses}</p>
      <p className="mt-1 text-quiet">{filters.q ? words.notFoundWhy : words.nonePassesWhy}</p>
      <Button className="mt-6" onClick={onClear}>
        {words.showAll}
      </Button>
    </div>
  )
}

/** What has come in while somebody looks further down. */
function NewVideos({ count }: { count: number }) {
  const words = useWords(galleryWords)
  return (
    <div role="status" className="pointer-events-none sticky top-20 z-20 flex h-0 justify-center">
      {count > 0 && (
        <Button
          className="pointer-events-auto mt-2 animate-appear bg-raised"
          onClick={() => window.scrollTo(0, 0)}
        >
          <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
          {words.newVideos(count)}
        </Button>
      )}
    </div>
  )
}

/** Below a list that goes on: more comes by itself, and this is seen only by who is faster, or where it could not be had. */
function More({ loading, error, onAsk }: { loading: boolean; error: unknown; onAsk: () => void }) {
  const words = useWords(galleryWords)
  if (!error)
    return (
      <p role="status" className="pointer-events-none fixed inset-x-0 bottom-4 text-center text-sm">
        {loading && (
          <span className="animate-appear rounded-control bg-raised px-4 py-2 text-quiet [animation-delay:400ms]">
            {words.loadingMore}
          </span>
        )}
      </p>
    )
  return (
    <div className="flex flex-col items-center gap-3 text-sm">
      <p role="alert" className="text-danger">
        {errorSentence(error)}
      </p>
      <Button disabled={loading} onClick={onAsk}>
        {words.loadMore}
      </Button>
    </div>
  )
}

function BinLink() {
  const { bin } = useWords(binWords)
  return (
    <Link href="/gallery/bin" className={buttonClass('plain', '-mr-2')}>
      <Trash2 size={16} strokeWidth={1.5} aria-hidden />
      {bin}
    </Link>
  )
}

function Empty() {
  const words = useWords(galleryWords)
  return (
    <main className="flex min-h-[70dvh] flex-col items-center justify-center px-4 text-center">
      <div aria-hidden className="flex items-end gap-4">
        <span className="crop-marks relative block h-20 w-[3.75rem] rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
        <span className="crop-marks relative block size-20 rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
        <span className="crop-marks relative block h-20 w-[6.666rem] rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
      </div>
      <h1 className="mt-10 text-xl font-medium tracking-[-0.01em]">{words.nothing}</h1>
      <p className="mt-1 text-quiet">{words.nothingWhy}</p>
      <Link href="/" className={buttonClass('primary', 'mt-6')}>
        {words.makeFirst}
      </Link>
      <div className="mt-2">
        <BinLink />
      </div>
    </main>
  )
}
