import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { putCaptions } from '@/components/api/captions'
import { errorSentence } from '@/components/api/request'
import { useWords } from '@/components/words/language'
import type { Cue } from '@/lib/boson/schemas'
import { faultOf } from '@/lib/captions/cues'
import { captionFaultWords } from '@/lib/words/caption-faults'

const SAVE_AFTER_MS = 700

/** How the captions on the page stand to those that are kept. */
export type Saving = 'unchanged' | 'waiting' | 'saved' | { fault: ReactNode }

/**
 * Captions while somebody edits them. Each change is kept by itself once it can be; what cannot be kept stays on the
 * page, with the reason.
 */
export function useCaptionEditing(
  id: string,
  initial: readonly Cue[],
  seconds: number,
  onKept: (cues: Cue[]) => void,
) {
  const words = useWords(captionFaultWords)
  const [cues, setCues] = useState<Cue[]>([...initial])
  const [saving, setSaving] = useState<Saving>('unchanged')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef<Cue[] | null>(null)
  const kept = useRef(onKept)
  useEffect(() => {
    kept.current = onKept
  })

  const save = useCallback(async () => {
    const sent = unsaved.current
    clearTimeout(timer.current)
    if (!sent) return
    unsaved.current = null
    try {
      await putCaptions(id, sent)
      kept.current(sent)
      if (!unsaved.current) setSaving('saved')
    } catch (error) {
      unsaved.current ??= sent
      setSaving({ fault: errorSentence(error) })
    }
  }, [id])

  // Whoever leaves at once after the last letter keeps it too.
  useEffect(() => () => void save(), [save])

  function change(next: Cue[]): void {
    setCues(next)
    const written = next.filter(({ text }) => text.trim() !== '')
    const fault = faultOf(written, seconds, words)
    clearTimeout(timer.current)
    if (fault) {
      unsaved.current = null
      setSaving({ fault: fault.sentence })
      return
    }
    unsaved.current = written
    setSaving('waiting')
    timer.current = setTimeout(save, SAVE_AFTER_MS)
  }

  return { cues, saving, change, save }
}
