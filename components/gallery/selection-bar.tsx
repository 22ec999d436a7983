import { Download, Trash2, X } from 'lucide-react'
import { contentUrl } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { fileName } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The gallery's header while something is selected: what can be done with it. */
export function SelectionBar({
  videos,
  busy,
  onClear,
  onDelete,
}: {
  videos: StudioVideo[]
  busy: boolean
  onClear: () => void
  onDelete: () => void
}) {
  const what = videos.length === 1 ? '1 video' : `${videos.length} videos`
  const finished = videos.filter(({ status }) => status === 'completed')
  return (
    <div className="sticky top-0 z-20 -mx-4 flex min-h-20 flex-wrap items-center gap-x-2 border-b border-hair bg-ground px-4 lg:-mx-10 lg:px-10">
      <h1 className="sr-only">Gallery</h1>
      <p role="status" className="mr-auto font-medium">
        {what} selected
      </p>
      {finished.length > 0 && (
        <Button look="plain" onClick={() => finished.forEach(download)}>
          <Download {...ICON} />
          Download
        </Button>
      )}
      <Button look="plain" disabled={busy} onClick={onDelete}>
        <Trash2 {...ICON} />
        Delete
      </Button>
      <Button look="plain" onClick={onClear}>
        <X {...ICON} />
        Clear
      </Button>
    </div>
  )
}

function download(video: StudioVideo) {
  const link = document.createElement('a')
  link.href = contentUrl(video.id, 'video')
  link.download = fileName(video.title, 'mp4')
  link.click()
}
