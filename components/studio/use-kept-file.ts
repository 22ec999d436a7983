import { useCallback, useEffect, useState } from 'react'
import { keepFile, keptFile, type Slot } from './draft-files'
import { useDraft } from './drafts'

/**
 * A chosen file of the open draft, and an address to show it from. It survives a reload; `restored` is false until that
 * has been tried.
 * @param owner whose it is, where that is not the open draft; until it has one, the draft's is lent to it
 */
export function useKeptFile(slot: Slot, owner?: string) {
  const { id: open } = useDraft()
  const id = owner ?? open
  const [file, setFile] = useState<File | null>(null)
  const [restored, setRestored] = useState(false)
  const [url, setUrl] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    const lent = async () => (await keptFile(id, slot)) ?? (owner ? keptFile(open, slot) : null)
    lent().then((kept) => {
      if (!current) return
      setFile((chosen) => chosen ?? kept)
      setRestored(true)
    })
    return () => {
      current = false
    }
  }, [id, owner, open, slot])

  useEffect(() => {
    if (!file) return setUrl(null)
    const address = URL.createObjectURL(file)
    setUrl(address)
    return () => URL.revokeObjectURL(address)
  }, [file])

  const choose = useCallback(
    (chosen: File | null) => {
      setFile(chosen)
      void keepFile(id, slot, chosen)
    },
    [id, slot],
  )

  return { file, url, restored, choose }
}
