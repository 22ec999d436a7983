import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { MadeVariant } from '@/components/api/made-files'
import { errorSentence, unreachable } from '@/components/api/request'
import { contentUrl, type Variant } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { fileName } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'
import { type FileMaking, useMadeFile } from './use-made-file'

type Offer = { variant: Variant; ending: string; words: string; made?: MadeVariant }

const FILES: Offer[] = [
  { variant: 'video', ending: 'mp4', words: 'Video, MP4' },
  { variant: 'audio', ending: 'm4a', words: 'Sound, M4A' },
  { variant: 'gif', ending: 'gif', words: 'Moving picture, GIF', made: 'gif' },
  { variant: 'poster', ending: 'jpg', words: 'First picture, JPEG' },
]
const CAPTIONS: Offer[] = [
  { variant: 'captioned', ending: 'mp4', words: 'Video with captions in it, MP4', made: 'captioned' },
  { variant: 'captions.vtt', ending: 'vtt', words: 'Captions, WebVTT' },
  { variant: 'captions.srt', ending: 'srt', words: 'Captions, SubRip' },
]

/** Everything a finished video can be taken away as, named after its title. Some are made when first asked for. */
export function Downloads({ video }: { video: StudioVideo }) {
  const hasCaptions = video.captions == null ? video.script !== null : video.captions.length > 0
  const offers = [...FILES, ...(hasCaptions ? CAPTIONS : [])]
  const file = useMadeFile(video.id)
  const taking = useMutation({
    mutationFn: async ({ variant, ending, made }: Offer) => {
      if (made && !(await file.make(made))) return
      const url = contentUrl(video.id, variant)
      // Asked for first, so that what has to be made is there, or says why not, before the browser takes it.
      const answer = await fetch(url, { method: 'HEAD' }).catch((cause) => {
        throw unreachable(cause)
      })
      if (!answer.ok) throw new Error(`${variant} answered ${answer.status}`)
      save(url, fileName(video.title, ending))
    },
  })
  const failure = file.failure ?? (taking.error && errorSentence(taking.error))
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
        {offers.map((offer) => (
          <MenuItem key={offer.variant} onSelect={() => taking.mutate(offer)}>
            {offer.words}
          </MenuItem>
        ))}
      </Menu>
      {file.now && (
        <Progress file={file} words={offers.find(({ made }) => made === file.now?.variant)?.words} />
      )}
      <p role="status" className={failure ? 'text-sm text-danger' : 'sr-only'}>
        {failure}
      </p>
    </>
  )
}

function Progress({ file, words = '' }: { file: FileMaking; words?: string }) {
  const progress = file.now?.progress ?? null
  return (
    <div className="flex min-h-11 basis-full items-center gap-3">
      <div className="min-w-0 flex-1">
        <p role="status" className="text-sm text-quiet tabular-nums">
          Making the file: {words}
          {progress !== null && ` · ${progress} %`}
        </p>
        <div
          role="progressbar"
          aria-label={words}
          aria-valuenow={progress ?? undefined}
          aria-valuemin={0}
          aria-valuemax={100}
          className="mt-1.5 h-0.5 bg-hair"
        >
          <div
            className={`h-full bg-accent transition-[width] ${progress === null ? 'animate-breathe' : ''}`}
            style={{ width: `${progress ?? 8}%` }}
          />
        </div>
      </div>
      <Button look="plain" onClick={file.stop}>
        Cancel
      </Button>
    </div>
  )
}

function save(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
