import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { errorSentence } from '@/components/api/request'
import { useRememberVideo } from '@/components/api/use-video'
import { cancelVideo, contentUrl, retryVideo } from '@/components/api/videos'
import { FilmStage } from '@/components/player/film-stage'
import type { Film } from '@/components/player/use-film'
import { Failure } from '@/components/stage/failure'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button, buttonClass } from '@/components/ui/button'
import { fileName } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'

/** The stage of one video: the film, also while it is made, or why it is not. */
export function VideoStage({ video, lost, film }: { video: StudioVideo; lost: boolean; film: Film }) {
  if (video.status === 'failed') return <Failed video={video} />
  return (
    <FilmStage
      video={video}
      film={film}
      lost={lost}
      autoPlay={false}
      beneath={<PortraitPicture url={contentUrl(video.id, 'portrait')} size={video.size} />}
      making={<Cancel video={video} />}
      actions={
        <a
          href={contentUrl(video.id, 'video')}
          download={fileName(video.title, 'mp4')}
          className={buttonClass('plain')}
        >
          <Download size={16} strokeWidth={1.5} aria-hidden />
          Download
        </a>
      }
    />
  )
}

function Failed({ video }: { video: StudioVideo }) {
  const remember = useRememberVideo()
  const retrying = useMutation({ mutationFn: retryVideo, onSuccess: remember })
  return (
    <StageFigure
      ratio={ratioOf(video.size)}
      picture={
        <>
          <PortraitPicture url={contentUrl(video.id, 'portrait')} size={video.size} dimmed />
          <Failure video={video} retrying={retrying.isPending} onRetry={() => retrying.mutate(video.id)} />
        </>
      }
      line={<Line seconds={video.seconds ?? 0} />}
      words={null}
      actions={<Refusal error={retrying.error} />}
    />
  )
}

function Cancel({ video }: { video: StudioVideo }) {
  const remember = useRememberVideo()
  const cancelling = useMutation({ mutationFn: cancelVideo, onSuccess: remember })
  return (
    <>
      <Button look="outline" disabled={cancelling.isPending} onClick={() => cancelling.mutate(video.id)}>
        Cancel
      </Button>
      <Refusal error={cancelling.error} />
    </>
  )
}

function Refusal({ error }: { error: Error | null }) {
  return (
    error && (
      <p role="alert" className="text-sm text-danger">
        {errorSentence(error)}
      </p>
    )
  )
}
