import { useMutation, useQueryClient } from '@tanstack/react-query'
import { askAnew, dropFromLists, returnToLists } from '@/components/api/lists'
import { updateVideos } from '@/components/api/videos'
import { rememberDeleted } from '@/components/bin/last-deleted'
import type { StudioVideo } from '@/lib/boson/schemas'

/** Puts videos into the bin. They are gone from the page at once, and back if the studio did not do it. */
export function useRemoving() {
  const client = useQueryClient()
  const drop = (videos: StudioVideo[]) => dropFromLists(client, idsOf(videos))
  return useMutation({
    mutationFn: (videos: StudioVideo[]) => updateVideos({ ids: idsOf(videos), deleted: true }),
    onMutate: drop,
    onError: (_, videos) => returnToLists(client, videos),
    onSuccess: async (_, videos) => {
      rememberDeleted(videos)
      // Once more: what was asked for in between may have had them still.
      await drop(videos)
      // Another version takes its place.
      if (videos.some(({ versions = 1 }) => versions > 1)) await askAnew(client)
    },
  })
}

const idsOf = (videos: StudioVideo[]) => videos.map(({ id }) => id)
