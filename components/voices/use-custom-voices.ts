import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CustomVoice, deleteCustomVoice, listCustomVoices } from '@/components/api/voices'

const VOICES = ['custom voices']
const UNDO_MS = 10_000

/**
 * The team's custom voices. One that is deleted is out of sight at once and gone when it can no longer be brought back:
 * after a while, at the next deletion, or when the page is left.
 */
export function useCustomVoices(initial: CustomVoice[]) {
  const client = useQueryClient()
  const { data: all } = useQuery({
    queryKey: VOICES,
    queryFn: ({ signal }) => listCustomVoices(signal),
    initialData: initial,
    gcTime: 0,
    refetchOnMount: false,
  })
  const [leaving, setLeaving] = useState<CustomVoice | null>(null)
  const pending = useRef<CustomVoice | null>(null)
  const change = (next: (before: CustomVoice[]) => CustomVoice[]) =>
    client.setQueryData<CustomVoice[]>(VOICES, (before = []) => next(before))
  const deletion = useMutation({
    mutationFn: ({ id }: CustomVoice) => deleteCustomVoice(id),
    onSuccess: (_, voice) => change((before) => before.filter(({ id }) => id !== voice.id)),
    onSettled: (_, __, voice) => setLeaving((now) => (now?.id === voice.id ? null : now)),
  })
  const { mutate } = deletion

  useEffect(() => {
    pending.current = leaving
    if (!leaving) return
    const timer = setTimeout(() => {
      pending.current = null
      mutate(leaving)
    }, UNDO_MS)
    return () => clearTimeout(timer)
  }, [leaving, mutate])

  useEffect(() => {
    function finish() {
      if (pending.current) void deleteCustomVoice(pending.current.id).catch(() => {})
      pending.current = null
    }
    addEventListener('pagehide', finish)
    return () => {
      removeEventListener('pagehide', finish)
      finish()
    }
  }, [])

  return {
    voices: all.filter(({ id }) => id !== leaving?.id),
    /** The one that Undo brings back. */
    leaving,
    failure: deletion.error,
    remember: (voice: CustomVoice) =>
      change((before) => [voice, ...before.filter(({ id }) => id !== voice.id)]),
    remove: (voice: CustomVoice) => {
      if (pending.current) mutate(pending.current)
      setLeaving(voice)
    },
    undo: () => setLeaving(null),
  }
}
