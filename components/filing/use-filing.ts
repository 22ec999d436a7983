import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRememberVideo } from '@/components/api/use-video'
import { listLabels, updateVideos } from '@/components/api/videos'
import type { LabelList, UpdateVideos } from '@/lib/videos/filing-schema'

const LABELS = 'labels'

/** The tags or folders of the team's videos, in the order of the alphabet. */
export type Labels = Record<'tags' | 'folders', LabelList>

/** Tags or folders, as they are now; none while they are not known, or those that came with the page. */
export function useLabels(which: keyof Labels, initial?: Labels): LabelList['data'] {
  const { data } = useQuery({
    queryKey: [LABELS, which],
    queryFn: ({ signal }) => listLabels(which, signal),
    initialData: initial?.[which],
    staleTime: 5000,
  })
  return data?.data ?? []
}

/** Files videos: gives them tags and a folder. Every list and page shows it at once when it is done. */
export function useFiling() {
  const client = useQueryClient()
  const remember = useRememberVideo()
  return useMutation({
    mutationFn: (change: Omit<UpdateVideos, 'deleted'>) => updateVideos(change),
    onSuccess: (videos) => {
      for (const video of videos) remember(video)
      return client.invalidateQueries({ queryKey: [LABELS] })
    },
  })
}
