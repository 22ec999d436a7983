import { useCallback, useState } from 'react'

const NONE: ReadonlySet<string> = new Set()

export type Selection = ReturnType<typeof useSelection>

/** Which of the videos shown are chosen. A stretch is chosen from the one that was last chosen by itself. */
export function useSelection(ids: string[]) {
  const [selected, setSelected] = useState(NONE)
  const [anchor, setAnchor] = useState<string | null>(null)

  const toggle = useCallback((id: string) => {
    setAnchor(id)
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const extendTo = useCallback(
    (id: string) => {
      setSelected((before) => new Set([...before, ...stretch(ids, anchor ?? id, id)]))
      setAnchor((before) => before ?? id)
    },
    [ids, anchor],
  )
  const all = useCallback(() => setSelected(new Set(ids)), [ids])
  const clear = useCallback(() => {
    setSelected(NONE)
    setAnchor(null)
  }, [])
  return { selected, toggle, extendTo, all, clear }
}

/** What lies between two of them, in either direction, both included. */
export function stretch(ids: string[], from: string, to: string): string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)]
  if (a === -1 || b === -1) return [to]
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
