'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { BIN, dropFromLists, returnToLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { useGallery } from '@/components/api/use-gallery'
import { deletePermanently, restoreVideo } from '@/components/api/videos'
import { newVisit } from '@/components/api/visit'
import { Button, buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { VideoList } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { binWords } from '@/lib/words/bin'
import { BinRow } from './bin-row'

const DELETED = { name: BIN, query: { deleted: 'true' } }

/** What the team has deleted in the last 30 days. */
export function Bin({ first }: { first: VideoList }) {
  const words = useWords(binWords)
  const acts = useWords(actionWords)
  const client = useQueryClient()
  const [visit] = useState(newVisit)
  const list = useGallery({ name: BIN, list: first }, DELETED, visit)
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
        <h1 className="text-xl font-medium tracking-[-0.01em]">{words.bin}</h1>
        <Link href="/gallery" className={buttonClass('plain', '-mr-2')}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          {words.gallery}
        </Link>
      </div>
      <p className="measure text-sm text-quiet">{list.videos.length === 0 ? words.empty : words.lead}</p>
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
          {list.isFetchingNextPage ? acts.loading : acts.showMore}
        </Button>
      )}
    </main>
  )
}
