import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { StudioError } from '@/lib/boson/errors'
import type { StudioVideo } from '@/lib/boson/schemas'
import { updateLists } from './lists'
import { getVideo } from './videos'

const POLL_MS = 500
const LOST_POLL_MS = 2000

export function isRunning(video: Pick<StudioVideo, 'status'> | undefined): boolean {
  return video?.status === 'queued' || video?.status === 'in_progress'
}

const key = (id: string) => ['video', id]

/** Puts a video the page has just been told about where `useVideo` and the lists read. */
function rememberVideo(client: QueryClient, video: StudioVideo): void {
  // Words and captions are told only where one video is asked for, and stay known.
  client.setQueryData(key(video.id), (before?: StudioVideo) => ({ ...before, ...video }))
  updateLists(client, [video])
}

export function useRememberVideo(): (video: StudioVideo) => void {
  const client = useQueryClient()
  return useCallback((video: StudioVideo) => rememberVideo(client, video), [client])
}

/**
 * Follows one video while it is being made. A lost connection keeps the last state (`lost` is true) and goes on asking;
 * `gone` is true once the studio says the video does not exist.
 */
export function useVideo(id: string | null, initial?: StudioVideo) {
  const query = useQuery({
    queryKey: key(id ?? ''),
    queryFn: ({ signal }) => getVideo(id ?? '', signal),
    enabled: id !== null,
    initialData: initial,
    // Where the server has just told the page about the video, that is newer than what is remembered.
    ...(initial && { gcTime: 0 }),
    staleTime: POLL_MS,
    refetchOnMount: ({ state }) => !state.data || isRunning(state.data),
    refetchOnWindowFocus: ({ state }) => isRunning(state.data),
    refetchInterval: ({ state }) => {
      if (isGone(state.error)) return false
      if (state.error) return LOST_POLL_MS
      return !state.data || isRunning(state.data) ? POLL_MS : false
    },
  })
  const gone = isGone(query.error)
  return { video: id === null || gone ? undefined : query.data, lost: query.isError && !gone, gone }
}

function isGone(error: unknown): boolean {
  return error instanceof StudioError && error.type === 'not_found'
}
