import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { unreachable } from '@/components/api/request'
import { changeDraft, useDraft } from './drafts'
import { SAMPLE_PORTRAIT, SAMPLE_SCRIPT } from './sample'

/**
 * Puts the sample portrait on the stage, and its sentence on the page unless something is written there.
 * `wanted` does so once on arrival, and takes the wish out of the address so that a reload does not repeat it.
 */
export function useSample(wanted: boolean, takePortrait: (portrait: File) => void) {
  const router = useRouter()
  const { id, script } = useDraft()
  const placed = useRef(false)
  const { mutate, error } = useMutation({
    mutationFn: fetchSamplePortrait,
    onSuccess: (portrait) => {
      takePortrait(portrait)
      if (!script.trim()) changeDraft(id, { script: SAMPLE_SCRIPT })
    },
  })

  useEffect(() => {
    if (!wanted || placed.current) return
    placed.current = true
    changeDraft(id, { mode: 'script' })
    mutate()
    router.replace('/', { scroll: false })
  }, [wanted, mutate, router, id])

  return { place: () => mutate(), failure: error }
}

/** The sample picture as a file like one the person might have chosen. */
async function fetchSamplePortrait(): Promise<File> {
  const response = await fetch(SAMPLE_PORTRAIT).catch((cause: unknown) => Promise.reject(unreachable(cause)))
  if (!response.ok) throw unreachable()
  return new File([await response.blob()], 'astronaut.jpg', { type: 'image/jpeg' })
}
