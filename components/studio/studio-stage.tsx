import { Camera, ImagePlus, Undo2, X } from 'lucide-react'
import Link from 'next/link'
import { contentUrl } from '@/components/api/videos'
import { FilmStage } from '@/components/player/film-stage'
import { useFilm } from '@/components/player/use-film'
import { Failure } from '@/components/stage/failure'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { LiveDot } from '@/components/stage/progress-words'
import { ratioOf, SHAPES } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button, buttonClass } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { Downloads } from '@/components/video/downloads'
import type { Size, StudioVideo } from '@/lib/boson/schemas'
import { CameraStage } from './camera-stage'
import { PortraitFrame } from './portrait-frame'
import type { useCreation } from './use-creation'
import type { Portrait } from './use-portrait'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** The stage of the studio, from the empty frame to the finished film, all in the same place. */
export function StudioStage(props: {
  creation: ReturnType<typeof useCreation>
  portrait: Portrait
  size: Size
  /** Expected length of the video in seconds, 0 while unknown. */
  seconds: number
  dragging: boolean
  /** Whether the stage is a mirror now; `closed` where it has been. */
  camera: 'off' | 'open' | 'closed'
  onCamera: (camera: 'open' | 'closed') => void
  onPhoto: (photo: File) => void
  onBrowse: () => void
  onSample: () => void
}) {
  const { size, seconds, camera, onCamera, onPhoto } = props
  const { video, sent } = props.creation
  if (sent !== null) return <Sending {...props} sent={sent} />
  if (!video && camera === 'open')
    return <CameraStage {...{ size, seconds }} onUse={onPhoto} onClose={() => onCamera('closed')} />
  if (!video) return <Preparing {...props} />
  if (video.status === 'failed') return <Failed {...props} video={video} />
  return <Showing {...props} key={video.id} video={video} />
}

type Props = Parameters<typeof StudioStage>[0]

function Preparing({
  creation,
  portrait,
  size,
  seconds,
  dragging,
  camera,
  onCamera,
  onBrowse,
  onSample,
}: Props) {
  const shape = SHAPES.find((shape) => shape.size === size)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        <PortraitFrame
          {...{ portrait, size, dragging, onBrowse, onSample }}
          onCamera={() => onCamera('open')}
          cameraClosed={camera === 'closed'}
        />
      }
      line={<Line seconds={seconds} />}
      words={
        <>
          <p role="status" className="text-quiet">
            {portrait.opening
              ? 'Opening the photo'
              : portrait.checking
                ? 'Looking for the face'
                : creation.stopped
                  ? 'Cancelled before it was sent'
                  : (portrait.report?.notices[0] ?? shape?.name)}
          </p>
          <p className="shrink-0 text-quiet">
            {seconds > 0 ? `about ${clock(Math.round(seconds))}` : clock(0)}
          </p>
        </>
      }
      actions={
        portrait.url && (
          <>
            <Button look="plain" onClick={onBrowse}>
              <ImagePlus {...ICON} />
              Change the portrait
            </Button>
            <Button look="plain" onClick={() => onCamera('open')} autoFocus={camera === 'closed'}>
              <Camera {...ICON} />
              Take a photo
            </Button>
            <Button look="plain" onClick={() => portrait.choose(null)}>
              <X {...ICON} />
              Remove
            </Button>
          </>
        )
      }
    />
  )
}

function Sending({ portrait, size, seconds, sent }: Props & { sent: number }) {
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={portrait.url && <PortraitPicture url={portrait.url} size={size} report={portrait.report} />}
      line={<Line seconds={seconds} progress={0} />}
      words={
        <>
          <p role="status" className="flex items-center gap-2">
            <LiveDot />
            {sent < 1 ? 'Sending the portrait and the words' : 'Checking the portrait and the words'}
          </p>
          {sent < 1 && <p className="text-quiet">{Math.round(sent * 100)} %</p>}
        </>
      }
    />
  )
}

function Failed({ video, creation, portrait, seconds }: Props & { video: StudioVideo }) {
  return (
    <StageFigure
      ratio={ratioOf(video.size)}
      picture={
        <>
          <Underneath video={video} portrait={portrait} dimmed />
          <Failure video={video} retrying={creation.retrying} onRetry={creation.retry} />
        </>
      }
      line={<Line seconds={video.seconds ?? seconds} />}
      words={null}
      actions={<BackToPortrait onClick={creation.clear} />}
    />
  )
}

/** The film, from the moment it is asked for: it plays while it is made. */
function Showing({ video, creation, portrait, seconds }: Props & { video: StudioVideo }) {
  const film = useFilm(video.seconds ?? seconds)
  return (
    <FilmStage
      video={video}
      film={film}
      lost={creation.lost}
      autoPlay={creation.watched}
      beneath={<Underneath video={video} portrait={portrait} />}
      actions={
        <>
          <Downloads video={video} />
          <Link href={`/v/${video.id}#share`} className={buttonClass('plain')}>
            Share
          </Link>
          <BackToPortrait onClick={creation.clear} />
        </>
      }
    />
  )
}

function Underneath({
  video,
  portrait,
  dimmed,
}: {
  video: StudioVideo
  portrait: Portrait
  dimmed?: boolean
}) {
  return (
    <PortraitPicture
      url={portrait.url ?? contentUrl(video.id, 'portrait')}
      size={video.size}
      report={portrait.report}
      dimmed={dimmed}
    />
  )
}

function BackToPortrait({ onClick }: { onClick: () => void }) {
  return (
    <Button look="plain" onClick={onClick}>
      <Undo2 {...ICON} />
      Back to the portrait
    </Button>
  )
}
