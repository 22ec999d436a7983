import { ImagePlus } from 'lucide-react'
import { useRef } from 'react'
import { EmptyFrame } from '@/components/stage/empty-frame'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ratioOf } from '@/components/stage/shape'
import type { Portrait } from '@/components/studio/use-portrait'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import type { Size } from '@/lib/boson/limits'
import { batchWords } from '@/lib/words/batch'
import { PORTRAIT_FIELD } from './missing'

/** Who speaks in all of the videos, in the shape they will have. */
export function BatchPortrait({
  portrait,
  size,
  dragging,
}: {
  portrait: Portrait
  size: Size
  dragging: boolean
}) {
  const words = useWords(batchWords)
  const input = useRef<HTMLInputElement>(null)
  const { url, refusal, report, checking } = portrait
  const [advice] = report?.notices ?? []
  const said = refusal ?? (checking ? words.looking : advice && <ServerSentence sentence={advice} />)
  return (
    <section aria-labelledby="portrait-heading" className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
      <div
        data-theme="stage"
        style={{ aspectRatio: ratioOf(size) }}
        className={`relative h-28 overflow-hidden rounded-media border border-hair bg-ground sm:h-40 ${dragging ? 'outline-2 outline-accent' : ''}`}
      >
        {url ? (
          <PortraitPicture url={url} size={size} report={report} dimmed={refusal !== null} />
        ) : (
          <EmptyFrame />
        )}
      </div>
      <div className="min-w-44 flex-1">
        <h2 id="portrait-heading" className="font-medium">
          {words.portrait}
        </h2>
        {!url && <p className="text-sm text-quiet max-sm:hidden">{words.dropPhoto}</p>}
        <p role="status" className={`measure min-h-5 text-sm ${refusal ? 'text-danger' : 'text-quiet'}`}>
          {said}
        </p>
        <Button className="mt-2" onClick={() => input.current?.click()}>
          <ImagePlus size={16} strokeWidth={1.5} aria-hidden />
          {url ? words.changePhoto : words.choosePhoto}
        </Button>
        <input
          ref={input}
          type="file"
          id={PORTRAIT_FIELD}
          aria-label={words.choosePhoto}
          accept="image/*"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) portrait.choose(chosen)
            event.target.value = ''
          }}
        />
      </div>
    </section>
  )
}
