'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { dropFromLists, returnToLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { useGallery } from '@/components/api/use-gallery'
import { deletePermanently, restoreVideo } from '@/components/api/videos'
import { newVisit } from '@/components/api/visit'
import { Button, buttonClass } from '@/components/ui/button'
import type { VideoList } from '@/lib/boson/schemas'
import { BinRow } from './bin-row'

const DELETED = { deleted: 'true' }

/** What the team has deleted in the last 30 days. */
export function Bin({ first }: { first: VideoList }) {
  const client = useQueryClient()
  const [visit] = useState(newVisit)
  const list = useGallery({ query: DELETED, list: first }, DELETED, visit)
  const restoring = useMutation({
    mutationFn: restoreVideo,
    onSuccess: (video) => returnToLists(client, [video]),
  })
  const removing = useMutation({
    mutationFn: deletePermanently,
    onSuccess: (_, id) => dropFromLists(client, [id]),
  })
  const error = restoring.error ?? removing.error ?? list.error
  return (
    <main className="px-4 pb-16 lg:px-10">
      <div className="flex min-h-20 items-center justify-between">
        <h1 className="text-xl font-medium tracking-[-0.01em]">Bin</h1>
        <Link href="/gallery" className={buttonClass('plain', '-mr-2')}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          Gallery
        </Link>
      </div>
      <p className="measure text-sm text-quiet">
        {list.videos.length === 0
          ? 'Nothing is in the bin. What is deleted lies here for 30 days, in case somebody misses it.'
          : 'Deleted videos lie here for 30 days; their links do not work meanwhile.'}
      </p>
      {error && (
        <p role="alert" className="mt-4 text-sm text-danger">
          {errorSentence(error)}
        </p>
      )}
      {list.videos.length > 0 && (
        <ul className="mt-6 max-w-3xl border-t border-hair">
          {list.videos.map((video) => (
            <BinRow
              key={video.id}
              video={video}
              busy={restoring.variables === video.id && restoring.isPending}
              onRestore={() => restoring.mutate(video.id)}
              onRemove={() => removing.mutate(video.id)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="mt-8" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {list.isFetchingNextPage ? 'Loading' : 'Show more'}
        </Button>
      )}
    </main>
  )
}
