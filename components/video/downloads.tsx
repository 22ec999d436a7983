import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { contentUrl, type Variant } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { fileName } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'

type Offer = { variant: Variant; ending: string; words: string }

const FILES: Offer[] = [
  { variant: 'video', ending: 'mp4', words: 'Video, MP4' },
  { variant: 'audio', ending: 'm4a', words: 'Sound, M4A' },
  { variant: 'gif', ending: 'gif', words: 'Moving picture, GIF' },
  { variant: 'poster', ending: 'jpg', words: 'First picture, JPEG' },
]
const CAPTIONS: Offer[] = [
  { variant: 'captions.vtt', ending: 'vtt', words: 'Captions, WebVTT' },
  { variant: 'captions.srt', ending: 'srt', words: 'Captions, SubRip' },
]

/** Everything a finished video can be taken away as, named after its title. Some are made when first asked for. */
export function Downloads({ video }: { video: StudioVideo }) {
  const hasCaptions = video.captions == null ? video.script !== null : video.captions.length > 0
  const taking = useMutation({
    mutationFn: async ({ variant, ending }: Offer) => {
      // Asked for first, so that what has to be made is there, or says why not, before the browser takes it.
      const answer = await fetch(contentUrl(video.id, variant), { method: 'HEAD' })
      if (!answer.ok) throw new Error(`${variant} answered ${answer.status}`)
      save(contentUrl(video.id, variant), fileName(video.title, ending))
    },
  })
  return (
    <>
      <Menu
        trigger={
          <Button look="plain" disabled={taking.isPending}>
            <Download size={16} strokeWidth={1.5} aria-hidden />
            Download
          </Button>
        }
      >
        {[...FILES, ...(hasCaptions ? CAPTIONS : [])].map((offer) => (
          <MenuItem key={offer.variant} onSelect={() => taking.mutate(offer)}>
            {offer.words}
          </MenuItem>
        ))}
      </Menu>
      <p role="status" className={taking.isPending || taking.isError ? 'text-sm text-quiet' : 'sr-only'}>
        {taking.isPending && `Making the file: ${taking.variables.words}`}
        {taking.isError && 'The file could not be made. Check the connection and try again.'}
      </p>
    </>
  )
}

function save(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
