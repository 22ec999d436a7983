import { useEffect, useState } from 'react'
import { useDropzone } from 'react-dropzone'

type Kind = 'portrait' | 'recording'

function kindOf(type: string): Kind | null {
  if (type.startsWith('image/')) return 'portrait'
  if (/^(audio|video)\//.test(type) || type === 'application/ogg') return 'recording'
  return null
}

/**
 * Files dropped or pasted anywhere on the page, told apart by what they are. A file of another kind is still handed
 * on as a portrait, so that the studio itself says why it will not do.
 */
export function useFileIntake(take: (kind: Kind, file: File) => void) {
  const [dragging, setDragging] = useState<Kind | null>(null)
  const { getRootProps } = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDragEnter: (event) => {
      const item = 'dataTransfer' in event ? event.dataTransfer?.items[0] : undefined
      setDragging(kindOf(item?.type ?? '') ?? 'portrait')
    },
    onDragLeave: () => setDragging(null),
    onDrop: (files) => {
      setDragging(null)
      for (const file of files.slice(0, 2)) take(kindOf(file.type) ?? 'portrait', file)
    },
  })

  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const file = event.clipboardData?.files[0]
      const kind = file && kindOf(file.type)
      if (!file || !kind) return
      event.preventDefault()
      take(kind, file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [take])

  return { dragging, rootProps: getRootProps({ tabIndex: undefined, role: undefined }) }
}
