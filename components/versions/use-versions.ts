import { useQuery } from '@tanstack/react-query'
import { isRunning } from '@/components/api/use-video'
import { listVersions } from '@/components/api/videos'
import type { StudioVideo, Version } from '@/lib/boson/schemas'

const POLL_MS = 2000

/** The versions of a video, the newest first, followed while any is being made. `initial` came with the page. */
export function useVersions(video: StudioVideo, initial: Version[]): Version[] {
  const { data } = useQuery({
    queryKey: ['versions', video.id],
    queryFn: ({ signal }) => listVersions(video.id, signal),
    initialData: initial,
    gcTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? POLL_MS : false),
  })
  // The page follows its own video more closely.
  return data.map((version) => (version.id === video.id ? { ...version, ...video } : version))
}
