import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { errorSentence } from '@/components/api/request'
import { useRememberVideo } from '@/components/api/use-video'
import { cancelVideo, contentUrl, retryVideo } from '@/components/api/videos'
import { Player } from '@/components/player/player'
import type { Film } from '@/components/player/use-film'
import { Failure } from '@/components/stage/failure'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ProgressWords } from '@/components/stage/progress-words'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button, buttonClass } from '@/components/ui/button'
import { fileName } from '@/components/ui/text'
import type { StudioVideo } from '@/lib/boson/schemas'

/** The stage of one video: the film, or how far it is, or why it is not. */
export function VideoStage({ video, lost, film }: { video: StudioVideo; lost: boolean; film: Film }) {
  if (video.status !== 'completed') return <Unfinished video={video} lost={lost} />
  return (
    <Player
      film={film}
      src={contentUrl(video.id, 'video')}
      poster={contentUrl(video.id, 'poster')}
      title={video.title}
      ratio={ratioOf(video.size)}
      script={video.script}
      words={video.words ?? null}
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

function Unfinished({ video, lost }: { video: StudioVideo; lost: boolean }) {
  const remember = useRememberVideo()
  const cancelling = useMutation({ mutationFn: cancelVideo, onSuccess: remember })
  const retrying = useMutation({ mutationFn: retryVideo, onSuccess: remember })
  const failed = video.status === 'failed'
  const error = cancelling.error ?? retrying.error
  return (
    <StageFigure
      ratio={ratioOf(video.size)}
      picture={
        <>
          <PortraitPicture url={contentUrl(video.id, 'portrait')} size={video.size} dimmed={failed} />
          {failed && (
            <Failure video={video} retrying={retrying.isPending} onRetry={() => retrying.mutate(video.id)} />
          )}
        </>
      }
      line={<Line seconds={video.seconds ?? 0} progress={failed ? undefined : video.progress / 100} />}
      words={failed ? null : <ProgressWords video={video} lost={lost} />}
      actions={
        <>
          {!failed && (
            <Button
              look="outline"
              disabled={cancelling.isPending}
              onClick={() => cancelling.mutate(video.id)}
            >
              Cancel
            </Button>
          )}
          {error && (
            <p role="alert" className="text-sm text-danger">
              {errorSentence(error)}
            </p>
          )}
        </>
      }
    />
  )
}
