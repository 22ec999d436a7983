import { useCallback, useEffect, useState } from 'react'
import { keepFile, keptFile, type Slot } from './draft-files'
import { useDraft } from './drafts'

/**
 * A chosen file of the open draft, and an address to show it from. It survives a reload; `restored` is false until that
 * has been tried.
 */
export function useKeptFile(slot: Slot) {
  const { id } = useDraft()
  const [file, setFile] = useState<File | null>(null)
  const [restored, setRestored] = useState(false)
  const [url, setUrl] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    keptFile(id, slot).then((kept) => {
      if (!current) return
      setFile((chosen) => chosen ?? kept)
      setRestored(true)
    })
    return () => {
      current = false
    }
  }, [id, slot])

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
