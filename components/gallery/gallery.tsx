'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { errorSentence } from '@/components/api/request'
import { useGallery } from '@/components/api/use-gallery'
import { deleteVideo } from '@/components/api/videos'
import { rememberDeleted } from '@/components/bin/last-deleted'
import { Button, buttonClass } from '@/components/ui/button'
import type { StudioVideo, VideoList } from '@/lib/boson/schemas'
import { GalleryItem } from './gallery-item'
import { SelectionBar } from './selection-bar'

/** Everything the team has made, newest first. */
export function Gallery({ first }: { first: VideoList }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const list = useGallery(first)
  const { videos } = list

  const removing = useMutation({
    mutationFn: async (chosen: StudioVideo[]) => {
      for (const { id } of chosen) {
        await deleteVideo(id)
        list.drop(id)
        setSelected((before) => new Set([...before].filter((other) => other !== id)))
      }
    },
    onSuccess: (_, chosen) => rememberDeleted(chosen),
  })
  const chosen = videos.filter(({ id }) => selected.has(id))

  function toggle(id: string) {
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  if (videos.length === 0) return <Empty />
  return (
    <main className="px-4 pb-16 lg:px-10">
      {selected.size > 0 ? (
        <SelectionBar
          videos={chosen}
          busy={removing.isPending}
          onClear={() => setSelected(new Set())}
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
      <ul className="flex flex-wrap gap-x-4 gap-y-8 lg:gap-x-6 lg:gap-y-10">
        {videos.map((video) => (
          <GalleryItem
            key={video.id}
            initial={video}
            selected={selected.has(video.id)}
            selecting={selected.size > 0}
            onSelect={() => toggle(video.id)}
          />
        ))}
      </ul>
      {(list.hasNextPage || list.error) && (
        <div className="mt-10 flex flex-col items-center gap-3">
          {list.error && (
            <p role="alert" className="text-sm text-danger">
              {errorSentence(list.error)}
            </p>
          )}
          <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {list.isFetchingNextPage ? 'Loading' : 'Show more'}
          </Button>
        </div>
      )}
    </main>
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
