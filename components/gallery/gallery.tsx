'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowUp, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useCallback, useMemo } from 'react'
import { dropFromLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { useGallery } from '@/components/api/use-gallery'
import { deleteVideo } from '@/components/api/videos'
import { rememberDeleted } from '@/components/bin/last-deleted'
import { Button, buttonClass } from '@/components/ui/button'
import type { StudioVideo, VideoList } from '@/lib/boson/schemas'
import { Grid } from './grid'
import { SelectionBar } from './selection-bar'
import { usePlace } from './use-place'
import { useSelection } from './use-selection'

const EVERYTHING = {}

/** Everything the team has made, newest first. */
export function Gallery({ first }: { first: VideoList }) {
  const client = useQueryClient()
  const { visit, atTop, returnTo } = usePlace()
  const list = useGallery({ query: EVERYTHING, list: first }, EVERYTHING, visit, atTop)
  const { videos, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list
  const selection = useSelection(useMemo(() => videos.map(({ id }) => id), [videos]))
  const chosen = videos.filter(({ id }) => selection.selected.has(id))

  const removing = useMutation({
    mutationFn: async (going: StudioVideo[]) => {
      for (const { id } of going) {
        await deleteVideo(id)
        await dropFromLists(client, [id])
      }
    },
    onSuccess: (_, gone) => {
      selection.clear()
      rememberDeleted(gone)
    },
  })
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  if (videos.length === 0) return <Empty />
  return (
    <main className="px-4 pb-16 lg:px-10">
      {chosen.length > 0 ? (
        <SelectionBar
          videos={chosen}
          busy={removing.isPending}
          onClear={selection.clear}
          onDelete={() => removing.mutate(chosen)}
        />
      ) : (
        <div className="flex min-h-20 items-center justify-between">
          <h1 className="text-xl font-medium tracking-[-0.01em]">Gallery</h1>
          <BinLink />
        </div>
      )}
      {removing.error && (
        <p role="alert" className="pb-4 text-sm text-danger">
          {errorSentence(removing.error)}
        </p>
      )}
      <NewVideos count={atTop ? 0 : list.countNew} />
      <Grid
        videos={videos}
        whole={!hasNextPage}
        scrollTo={returnTo}
        selection={selection}
        onNearEnd={onNearEnd}
        onDelete={(ids) => removing.mutate(videos.filter(({ id }) => ids.has(id)))}
      />
      {hasNextPage && <More loading={isFetchingNextPage} error={list.error} onAsk={() => fetchNextPage()} />}
    </main>
  )
}

/** What has come in while somebody looks further down. */
function NewVideos({ count }: { count: number }) {
  return (
    <div role="status" className="pointer-events-none sticky top-20 z-20 flex h-0 justify-center">
      {count > 0 && (
        <Button
          className="pointer-events-auto mt-2 animate-appear bg-raised"
          onClick={() => window.scrollTo(0, 0)}
        >
          <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
          {count === 1 ? '1 new video' : `${count} new videos`}
        </Button>
      )}
    </div>
  )
}

/** Below a list that goes on: more comes by itself, and this is seen only by who is faster, or where it could not be had. */
function More({ loading, error, onAsk }: { loading: boolean; error: unknown; onAsk: () => void }) {
  if (!error)
    return (
      <p role="status" className="pointer-events-none fixed inset-x-0 bottom-4 text-center text-sm">
        {loading && (
          <span className="animate-appear rounded-control bg-raised px-4 py-2 text-quiet [animation-delay:400ms]">
            Loading more
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
        Load more
      </Button>
    </div>
  )
}

function BinLink() {
  return (
    <Link href="/gallery/bin" className={buttonClass('plain', '-mr-2')}>
      <Trash2 size={16} strokeWidth={1.5} aria-hidden />
      Bin
    </Link>
  )
}

function Empty() {
  return (
    <main className="flex min-h-[70dvh] flex-col items-center justify-center px-4 text-center">
      <div aria-hidden className="flex items-end gap-4">
        <span className="crop-marks relative block h-20 w-[3.75rem] rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
        <span className="crop-marks relative block size-20 rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
        <span className="crop-marks relative block h-20 w-[6.666rem] rounded-[4px] border border-hair [--gap:6px] [--mark:7px]" />
      </div>
      <h1 className="mt-10 text-xl font-medium tracking-[-0.01em]">Nothing here yet</h1>
      <p className="mt-1 text-quiet">The videos you make appear here.</p>
      <Link href="/" className={buttonClass('primary', 'mt-6')}>
        Make the first one
      </Link>
      <div className="mt-2">
        <BinLink />
      </div>
    </main>
  )
}
