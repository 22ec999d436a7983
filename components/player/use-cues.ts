import { useMemo } from 'react'
import type { Cue, Word } from '@/lib/boson/schemas'
import { phrases } from '@/lib/captions/phrases'

/** What is said in a video: the captions somebody wrote, or a script with the times of its words where they are known. */
export type Said = { captions?: Cue[] | null; script: string | null; words?: Word[] | null }

/** What to show under a film of a length, and when. */
export function useCues({ captions, script, words }: Said, seconds: number): readonly Cue[] {
  return useMemo(
    () => captions ?? (script ? phrases(script, seconds, words) : []),
    [captions, script, words, seconds],
  )
}
