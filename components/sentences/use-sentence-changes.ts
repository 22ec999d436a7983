import { useState } from 'react'
import type { StudioVideo } from '@/lib/boson/schemas'
import { changedScript, type Sentence, saidSentences } from './changed-script'

/** New words for sentences, by their numbers. */
type Changes = Record<number, string>

export type SentenceChanges = {
  sentences: Sentence[]
  /** What is written now in the place of a sentence. */
  textOf: (number: number) => string
  isChanged: (number: number) => boolean
  count: number
  /** The script as it would be. */
  script: string
  write: (number: number, text: string) => void
  takeBack: (number: number) => void
  forget: () => void
}

/** What somebody writes in the place of a video's sentences. It outlives a reload. */
export function useSentenceChanges({ id, script, words }: StudioVideo): SentenceChanges {
  const sentences = saidSentences(script ?? '', words)
  const [changes, setChanges] = useState<Changes>(() => readKept(id))
  const isChanged = (number: number) =>
    changes[number] !== undefined && changes[number].trim() !== sentences[number]?.text

  function change(next: Changes): void {
    setChanges(next)
    keep(id, next)
  }

  return {
    sentences,
    textOf: (number) => changes[number] ?? sentences[number].text,
    isChanged,
    count: sentences.filter((_, number) => isChanged(number)).length,
    script: changedScript(script ?? '', sentences, changes),
    write: (number, text) => change({ ...changes, [number]: text }),
    takeBack: (number) => {
      const { [number]: _, ...rest } = changes
      change(rest)
    },
    forget: () => change({}),
  }
}

const keyOf = (id: string) => `sentences:${id}`

function readKept(id: string): Changes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const written = Object.entries(kept).filter(([, text]) => typeof text === 'string')
    return Object.fromEntries(written)
  } catch {
    return {}
  }
}

function keep(id: string, changes: Changes): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(changes))
  } catch {
    // A full or forbidden store: it stays on the page.
  }
}

/** Whether changes were begun and neither made nor given up. */
export function hasKeptChanges(id: string): boolean {
  return Object.keys(readKept(id)).length > 0
}
