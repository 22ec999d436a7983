import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { MadeVariant } from '@/components/api/made-files'
import { errorSentence, unreachable } from '@/components/api/request'
import { contentUrl, type Variant } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { fileName } from '@/lib/videos/file-name'
import { actionWords } from '@/lib/words/actions'
import { downloadWords } from '@/lib/words/downloads'
import { type FileMaking, useMadeFile } from './use-made-file'

type Offer = { variant: Variant; ending: string; name: FileName; made?: MadeVariant }
type FileName = keyof (typeof downloadWords)['en']['files']

const FILES: Offer[] = [
  { variant: 'video', ending: 'mp4', name: 'video' },
  { variant: 'audio', ending: 'm4a', name: 'audio' },
  { variant: 'gif', ending: 'gif', name: 'gif', made: 'gif' },
  { variant: 'poster', ending: 'jpg', name: 'poster' },
]
const CAPTIONS: Offer[] = [
  { variant: 'captioned', ending: 'mp4', name: 'captioned', made: 'captioned' },
  { variant: 'captions.vtt', ending: 'vtt', name: 'vtt' },
  { variant: 'captions.srt', ending: 'srt', name: 'srt' },
]

/** Everything a finished video can be taken away as, named after its title. Some are made when first asked for. */
export function Downloads({ video }: { video: StudioVideo }) {
  const words = useWords(downloadWords)
  const actions = useWords(actionWords)
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
  const making = offers.find(({ made }) => made !== undefined && made === file.now?.variant)
  const failure = file.failure ?? (taking.error && errorSentence(taking.error))
  return (
    <>
      <Menu
        trigger={
          <Button look="plain" disabled={taking.isPending}>
            <Download size={16} strokeWidth={1.5} aria-hidden />
            {actions.download}
          </Button>
        }
      >
        {offers.map((offer) => (
          <MenuItem key={offer.variant} onSelect={() => taking.mutate(offer)}>
            {words.files[offer.name]}
          </MenuItem>
        ))}
      </Menu>
      {making && <Progress file={file} name={words.files[making.name]} />}
      <p
        role="status"
        className={failure ? 'order-last basis-full text-center text-sm text-danger' : 'sr-only'}
      >
        {failure}
      </p>
    </>
  )
}

function Progress({ file, name }: { file: FileMaking; name: string }) {
  const words = useWords(downloadWords)
  const actions = useWords(actionWords)
  const progress = file.now?.progress ?? null
  return (
    <div className="flex min-h-11 basis-full items-center gap-3">
      <div className="min-w-0 flex-1">
        <p role="status" className="text-sm text-quiet tabular-nums">
          {words.making(name)}
          {progress !== null && ` · ${progress} %`}
        </p>
        <div
          role="progressbar"
          aria-label={name}
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
        {actions.cancel}
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
