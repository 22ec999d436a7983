import { useEffect, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { decodeTable } from '@/lib/batches/read-csv'
import { MAX_TITLE_CHARACTERS } from '@/lib/batches/schema'

/** What was dropped or pasted: a photo, or the text of a table. */
type Intake = { onPhoto: (file: File) => void; onTable: (text: string, name?: string) => void }

/** Files dropped anywhere on the page, and whatever is pasted outside a field: a photo, or a table of lines. */
export function useTableIntake({ onPhoto, onTable }: Intake) {
  const [dragging, setDragging] = useState(false)
  const { getRootProps } = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDragEnter: () => setDragging(true),
    onDragLeave: () => setDragging(false),
    onDrop: (files) => {
      setDragging(false)
      for (const file of files.slice(0, 2)) void take(file, { onPhoto, onTable })
    },
  })
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain')
      if (file) void take(file, { onPhoto, onTable })
      else if (text?.trim()) onTable(text)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [onPhoto, onTable])
  return { dragging, rootProps: getRootProps({ tabIndex: undefined, role: undefined }) }
}

async function take(file: File, { onPhoto, onTable }: Intake): Promise<void> {
  if (file.type.startsWith('image/')) onPhoto(file)
  else onTable(await textOf(file), tableName(file))
}

/** What a table is called after its file. */
export function tableName({ name }: File): string {
  return name.replace(/\.\w+$/, '').slice(0, MAX_TITLE_CHARACTERS)
}

/** The text of a table's file. */
export async function textOf(file: File): Promise<string> {
  return decodeTable(new Uint8Array(await file.arrayBuffer()))
}
