import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isUnreachable } from '@/components/api/request'
import { isRunning, useRememberVideo, useVideo } from '@/components/api/use-video'
import {
  cancelVideo,
  createVideo,
  idempotencyKey,
  retryVideo,
  type VideoInputs,
} from '@/components/api/videos'
import { useDoneNotice } from '@/components/player/use-done-notice'
import { StudioError } from '@/lib/boson/errors'
import type { Draft } from './draft'
import { changeDraft } from './drafts'

/** Making one video: sending it, following it, stopping it, trying again. `current` is the draft's video. */
export function useCreation({ id, current }: Pick<Draft, 'id' | 'current'>) {
  const { video, lost, gone } = useVideo(current)
  useDoneNotice(video)
  const remember = useRememberVideo()
  const [sent, setSent] = useState(0)
  const abort = useRef<AbortController | null>(null)
  /** Cancelled when all was sent and no answer had come: the video may exist, so it is cancelled once it is known. */
  const unwanted = useRef(false)
  const [watched, setWatched] = useState(false)

  const cancelling = useMutation({ mutationFn: cancelVideo, onSuccess: remember })
  const sending = useMutation({
    mutationFn: ({ inputs, key }: { inputs: VideoInputs; key: string }) => {
      abort.current = new AbortController()
      setSent(0)
      return createVideo(inputs, { key, onSent: setSent, signal: abort.current.signal })
    },
    // Sent again with the same key, so an answer that was lost makes no second video.
    retry: (failures, error) => failures < 2 && isUnreachable(error),
    onSuccess: (created) => {
      setWatched(true)
      remember(created)
      changeDraft(id, { current: created.id, versionOf: null })
      if (unwanted.current) cancelling.mutate(created.id)
    },
  })
  const retrying = useMutation({
    mutationFn: retryVideo,
    onSuccess: (again) => {
      setWatched(true)
      remember(again)
      changeDraft(id, { current: again.id })
    },
  })

  useEffect(() => {
    if (gone) changeDraft(id, { current: null })
  }, [gone, id])

  const failure = sending.error ?? cancelling.error ?? retrying.error
  const stopped = failure instanceof StudioError && failure.type === 'cancelled'
  return {
    video,
    lost,
    /** Fraction of the inputs sent, 0…1; null while nothing is being sent. */
    sent: sending.isPending ? sent : null,
    running: isRunning(video),
    /** True where the film on the stage was made while this page watched, so it may start by itself. */
    watched,
    failure: stopped ? null : failure,
    /** True where it was cancelled before it was sent. */
    stopped,
    retrying: retrying.isPending,
    cancelling: cancelling.isPending,
    create: (inputs: VideoInputs) => {
      cancelling.reset()
      retrying.reset()
      unwanted.current = false
      sending.mutate({ inputs, key: idempotencyKey() })
    },
    cancel: () => {
      if (sending.isPending && sent < 1) abort.current?.abort()
      unwanted.current = sending.isPending
      if (video && isRunning(video)) cancelling.mutate(video.id)
    },
    retry: () => video && retrying.mutate(video.id),
    /** Takes the video off the stage; it stays in the gallery. */
    clear: () => changeDraft(id, { current: null }),
  }
}
