import { Camera, Crop, Download, ImagePlus, Undo2, Users, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { contentUrl } from '@/components/api/videos'
import { FilmStage } from '@/components/player/film-stage'
import { useFilm } from '@/components/player/use-film'
import type { Rect } from '@/components/stage/crop'
import { Failure } from '@/components/stage/failure'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ProgressLine } from '@/components/stage/progress-line'
import { LiveDot } from '@/components/stage/progress-words'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button, buttonClass } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import type { Size } from '@/lib/boson/limits'
import type { PortraitReport, StudioVideo } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { portraitWords } from '@/lib/words/portrait'
import { studioWords } from '@/lib/words/studio'
import { CameraStage } from './camera-stage'
import { FacesStage } from './faces-stage'
import { FramingStage } from './framing-stage'
import { PortraitFrame } from './portrait-frame'
import type { useCreation } from './use-creation'
import type { Framing } from './use-framing'
import type { Portrait } from './use-portrait'

// With the menus' code, which nothing else needs at first.
const Downloads = dynamic(() => import('@/components/video/downloads').then((module) => module.Downloads), {
  loading: RoomForDownloads,
})

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What the stage can be instead of showing the portrait. */
export type Tool = 'camera' | 'framing' | 'faces'

/** The stage of the studio, from the empty frame to the finished film, all in the same place. */
export function StudioStage(props: {
  creation: ReturnType<typeof useCreation>
  portrait: Portrait
  framing: Framing
  size: Size
  /** Expected length of the video in seconds, 0 while unknown. */
  seconds: number
  dragging: boolean
  tool: Tool | null
  /** The tool before: the keyboard goes back to where it was opened. */
  lastTool: Tool | null
  onTool: (tool: Tool | null) => void
  onPhoto: (photo: File) => void
  onBrowse: () => void
  onSample: () => void
}) {
  const { video, sent } = props.creation
  if (sent !== null) return <Sending {...props} sent={sent} />
  if (!video) return <BeforeVideo {...props} />
  if (video.status === 'failed') return <Failed {...props} video={video} />
  return <Showing {...props} key={video.id} video={video} />
}

type Props = Parameters<typeof StudioStage>[0]

function BeforeVideo(props: Props) {
  const { size, seconds, portrait, framing, tool, onTool } = props
  const { url, report } = portrait
  const common = { size, seconds, framing, onDone: () => onTool(null) }
  if (tool === 'camera') {
    return <CameraStage {...common} onUse={props.onPhoto} onClose={common.onDone} />
  }
  if (tool === 'framing' && url && framing.limit !== null) return <FramingStage {...common} url={url} />
  if (url && report && isChoice(report) && (tool === 'faces' || !framing.chosen)) {
    const choose = (face: Rect) => {
      // Asked by itself, it stays until somebody is done with it.
      onTool('faces')
      framing.chooseFace(face)
    }
    return <FacesStage {...common} url={url} report={report} onChoose={choose} />
  }
  return <Preparing {...props} />
}

/** Whether there is somebody to choose. */
function isChoice({ boxes, turned }: PortraitReport): boolean {
  return boxes.length > 1 && !turned
}

function Preparing(props: Props) {
  const { creation, portrait, framing, size, seconds, dragging, lastTool, onTool, onBrowse, onSample } = props
  const words = useWords(studioWords)
  const portraits = useWords(portraitWords)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        <PortraitFrame
          {...{ portrait, framing, size, dragging, onBrowse, onSample }}
          onCamera={() => onTool('camera')}
          cameraClosed={lastTool === 'camera'}
        />
      }
      line={<Line seconds={seconds} />}
      words={
        <>
          <p role="status" className="text-quiet">
            {portrait.opening
              ? portraits.opening
              : portrait.checking
                ? portraits.looking
                : creation.stopped
                  ? words.cancelled
                  : framing.notices.length > 0
                    ? framing.notices.map((notice) => <Advice key={notice} notice={notice} />)
                    : words.shapes[size]}
          </p>
          <p className="shrink-0 text-quiet">
            {seconds > 0 ? words.about(clock(Math.round(seconds))) : clock(0)}
          </p>
        </>
      }
      actions={portrait.url && <PortraitActions {...props} />}
    />
  )
}

function Advice({ notice }: { notice: string }) {
  return (
    <>
      <ServerSentence sentence={notice} />{' '}
    </>
  )
}

const ACTION = 'max-sm:[&_svg]:hidden'

function PortraitActions({ portrait, framing, lastTool, onTool, onBrowse }: Props) {
  const words = useWords(portraitWords)
  return (
    <>
      <Button look="plain" aria-label={words.changePortrait} onClick={onBrowse} className={ACTION}>
        <ImagePlus {...ICON} />
        {words.change}
      </Button>
      <Button
        look="plain"
        onClick={() => onTool('camera')}
        autoFocus={lastTool === 'camera'}
        className="max-sm:hidden"
      >
        <Camera {...ICON} />
        {words.takePhoto}
      </Button>
      {framing.limit !== null && (
        <Button
          look="plain"
          aria-label={words.framePortrait}
          onClick={() => onTool('framing')}
          autoFocus={lastTool === 'framing'}
          className={ACTION}
        >
          <Crop {...ICON} />
          {words.frame}
        </Button>
      )}
      {portrait.report && isChoice(portrait.report) && (
        <Button
          look="plain"
          onClick={() => onTool('faces')}
          autoFocus={lastTool === 'faces'}
          className={ACTION}
        >
          <Users {...ICON} />
          {words.whoSpeaks}
        </Button>
      )}
      <Button
        look="plain"
        aria-label={words.removePortrait}
        onClick={() => portrait.choose(null)}
        className={ACTION}
      >
        <X {...ICON} />
        {words.remove}
      </Button>
    </>
  )
}

function Sending({ portrait, framing, size, seconds, sent }: Props & { sent: number }) {
  const words = useWords(studioWords)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        portrait.url && (
          <PortraitPicture
            url={portrait.url}
            size={size}
            report={framing.report}
            shown={framing.shown(size)}
          />
        )
      }
      line={<ProgressLine seconds={seconds} progress={0} />}
      words={
        <>
          <p role="status" className="flex items-center gap-2">
            <LiveDot />
            {sent < 1 ? words.sending : words.checking}
          </p>
          {sent < 1 && <p className="text-quiet">{Math.round(sent * 100)} %</p>}
        </>
      }
    />
  )
}

function Failed({ video, creation, portrait, framing, seconds }: Props & { video: StudioVideo }) {
  return (
    <StageFigure
      ratio={ratioOf(video.size)}
      picture={
        <>
          <Underneath {...{ video, portrait, framing }} dimmed />
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
function Showing({ video, creation, portrait, framing, seconds }: Props & { video: StudioVideo }) {
  const words = useWords(studioWords)
  const film = useFilm(video.seconds ?? seconds)
  return (
    <FilmStage
      video={video}
      film={film}
      lost={creation.lost}
      autoPlay={creation.watched}
      beneath={<Underneath {...{ video, portrait, framing }} />}
      actions={
        <>
          <Downloads video={video} />
          <Link href={`/v/${video.id}#share`} className={buttonClass('plain')}>
            {words.share}
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
  framing,
  dimmed,
}: Pick<Props, 'portrait' | 'framing'> & { video: StudioVideo; dimmed?: boolean }) {
  return (
    <PortraitPicture
      url={portrait.url ?? contentUrl(video.id, 'portrait')}
      size={video.size}
      report={framing.report}
      shown={framing.shown(video.size)}
      dimmed={dimmed}
    />
  )
}

function RoomForDownloads() {
  const actions = useWords(actionWords)
  return (
    <span aria-hidden className={buttonClass('plain', 'invisible')}>
      <Download {...ICON} />
      {actions.download}
    </span>
  )
}

function BackToPortrait({ onClick }: { onClick: () => void }) {
  const words = useWords(studioWords)
  return (
    <Button look="plain" onClick={onClick}>
      <Undo2 {...ICON} />
      {words.backToPortrait}
    </Button>
  )
}
