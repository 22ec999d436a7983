import { Download, Folder, Link2, Tag, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { contentUrl } from '@/components/api/videos'
import { FolderDialog } from '@/components/filing/folder-dialog'
import { TagDialog } from '@/components/filing/tag-dialog'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { fileName } from '@/lib/videos/file-name'
import { actionWords } from '@/lib/words/actions'
import { galleryWords } from '@/lib/words/gallery'
import { ShareDialog } from './share-dialog'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
/** More links, or downloads, than these at once are a slip rather than a wish. */
const MAX_ONE_BY_ONE = 50
/** Browsers lose downloads that are asked for in the same moment. */
const BETWEEN_DOWNLOADS_MS = 300

/** The gallery's header while something is selected: what can be done with it. */
export function SelectionBar({
  videos,
  onClear,
  onDelete,
}: {
  videos: StudioVideo[]
  onClear: () => void
  onDelete: () => void
}) {
  const [dialog, setDialog] = useState<'tags' | 'folder' | 'share' | null>(null)
  const close = () => setDialog(null)
  const words = useWords(galleryWords)
  const actions = useWords(actionWords)
  const finished = videos.filter(({ status }) => status === 'completed')
  const few = videos.length <= MAX_ONE_BY_ONE
  return (
    <div className="sticky top-0 z-20 -mx-4 flex min-h-24 flex-wrap content-center items-center border-b border-hair bg-ground px-4 sm:min-h-20 lg:-mx-10 lg:px-10">
      <h1 className="sr-only">{words.gallery}</h1>
      <p role="status" className="mr-auto font-medium">
        {words.selected(videos.length)}
      </p>
      <Button look="plain" onClick={onClear} className="max-sm:-mr-2 sm:order-last">
        <X {...ICON} />
        {words.clear}
      </Button>
      <div className="-mx-4 flex max-w-[calc(100%+2rem)] overflow-x-auto px-2 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <Button look="plain" onClick={onDelete}>
          <Trash2 {...ICON} />
          {actions.remove}
        </Button>
        <Button look="plain" onClick={() => setDialog('tags')}>
          <Tag {...ICON} />
          {words.tag}
        </Button>
        <Button look="plain" onClick={() => setDialog('folder')}>
          <Folder {...ICON} />
          {words.move}
        </Button>
        {few && (
          <Button look="plain" onClick={() => setDialog('share')}>
            <Link2 {...ICON} />
            {words.share}
          </Button>
        )}
        {few && finished.length > 0 && (
          <Button look="plain" onClick={() => downloadAll(finished)}>
            <Download {...ICON} />
            {actions.download}
          </Button>
        )}
      </div>
      {dialog === 'tags' && <TagDialog videos={videos} onClose={close} />}
      {dialog === 'folder' && <FolderDialog videos={videos} onClose={close} />}
      {dialog === 'share' && <ShareDialog videos={videos} onClose={close} />}
    </div>
  )
}

function downloadAll(videos: StudioVideo[]): void {
  for (const [i, video] of videos.entries()) setTimeout(() => download(video), i * BETWEEN_DOWNLOADS_MS)
}

function download(video: StudioVideo): void {
  const link = document.createElement('a')
  link.href = contentUrl(video.id, 'video')
  link.download = fileName(video.title, 'mp4')
  link.click()
}
