import { Camera, ImagePlus } from 'lucide-react'
import { EmptyFrame } from '@/components/stage/empty-frame'
import { FaceOutline, PortraitPicture } from '@/components/stage/portrait-picture'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Size } from '@/lib/boson/limits'
import { portraitWords } from '@/lib/words/portrait'
import type { Framing } from './use-framing'
import type { Portrait } from './use-portrait'

/** The frame before there is a video: an invitation, then the portrait, or why it will not do. */
export function PortraitFrame({
  portrait,
  framing,
  size,
  dragging,
  onBrowse,
  onCamera,
  cameraClosed,
  onSample,
}: {
  portrait: Portrait
  framing: Framing
  size: Size
  dragging: boolean
  onBrowse: () => void
  onCamera: () => void
  /** True where the camera was open a moment ago: the keyboard goes back to where it came from. */
  cameraClosed: boolean
  onSample: () => void
}) {
  const words = useWords(portraitWords)
  if (!portrait.url) {
    const hidden = !portrait.restored || portrait.opening
    return <Invitation {...{ hidden, dragging, onBrowse, onCamera, cameraClosed, onSample }} />
  }
  const shown = framing.shown(size)
  return (
    <>
      <PortraitPicture
        url={portrait.url}
        size={size}
        report={framing.report}
        shown={shown}
        dimmed={dragging || portrait.refusal !== null}
      />
      {shown && framing.report && <FaceOutline key={portrait.url} shown={shown} face={framing.report.face} />}
      {dragging && <DropHere />}
      {portrait.refusal && (
        <div
          role="alert"
          className="absolute inset-x-0 bottom-0 max-h-full animate-appear overflow-y-auto bg-[oklch(0.158_0.007_60/0.93)] p-4 sm:p-6"
        >
          <p className="font-medium">{words.refused}</p>
          <p className="mt-1 text-sm text-quiet">{portrait.refusal}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button look="outline" onClick={onBrowse}>
              {words.chooseAnother}
            </Button>
            <Button look="outline" onClick={onCamera} className="sm:hidden">
              {words.takePhoto}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function Invitation({
  hidden,
  dragging,
  onBrowse,
  onCamera,
  cameraClosed,
  onSample,
}: {
  hidden: boolean
  dragging: boolean
  onBrowse: () => void
  onCamera: () => void
  cameraClosed: boolean
  onSample: () => void
}) {
  const words = useWords(portraitWords)
  return (
    <>
      <EmptyFrame />
      {dragging ? (
        <DropHere />
      ) : (
        <div className={`absolute inset-x-0 bottom-0 p-4 text-center sm:p-8 ${hidden ? 'invisible' : ''}`}>
          <p className="font-medium sm:text-lg">{words.drop}</p>
          <p className="text-sm text-quiet max-sm:hidden">{words.dropHint}</p>
          <div className="mt-3 flex flex-wrap justify-center gap-2 sm:mt-4">
            <Button look="outline" onClick={onBrowse} className="bg-raised">
              <ImagePlus size={16} strokeWidth={1.5} aria-hidden />
              {words.choose}
            </Button>
            <Button look="outline" onClick={onCamera} autoFocus={cameraClosed} className="bg-raised">
              <Camera size={16} strokeWidth={1.5} aria-hidden />
              {words.takePhoto}
            </Button>
            <Button look="link" onClick={onSample}>
              {words.useSample}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function DropHere() {
  const words = useWords(portraitWords)
  return (
    <div className="absolute inset-0 flex items-center justify-center rounded-media border-2 border-accent">
      <p className="rounded-control bg-ground px-4 py-2 font-medium">{words.letGo}</p>
    </div>
  )
}
