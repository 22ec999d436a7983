import { useMutation } from '@tanstack/react-query'
import { errorSentence } from '@/components/api/request'
import { useRememberVideo } from '@/components/api/use-video'
import { cancelVideo, contentUrl, retryVideo } from '@/components/api/videos'
import { FinishElsewhere } from '@/components/engines/finish-elsewhere'
import { FilmStage } from '@/components/player/film-stage'
import { NotifyMe } from '@/components/player/notify-me'
import { useDoneNotice } from '@/components/player/use-done-notice'
import type { Film } from '@/components/player/use-film'
import { fixOf } from '@/components/stage/charge'
import { Failure } from '@/components/stage/failure'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { StudioVideo, Version } from '@/lib/boson/schemas'
import type { EngineOffer } from '@/lib/videos/engine-offer'
import { actionWords } from '@/lib/words/actions'
import { failureWords } from '@/lib/words/failure'
import { videoWords } from '@/lib/words/video'
import { AnotherLikeThis } from './another-like-this'
import { Downloads } from './downloads'

/** The stage of one video: the film, also while it is made, or why it is not. */
export function VideoStage({
  video,
  lost,
  film,
  versions,
  engines,
}: {
  video: StudioVideo
  lost: boolean
  film: Film
  versions: Version[]
  engines: EngineOffer[]
}) {
  const { another } = useWords(videoWords)
  useDoneNotice(video)
  if (video.status === 'failed') return <Failed video={video} />
  return (
    <FilmStage
      video={video}
      film={film}
      lost={lost}
      autoPlay={false}
      beneath={<PortraitPicture url={contentUrl(video.id, 'portrait')} size={video.size} />}
      making={
        <>
          <Cancel video={video} />
          <NotifyMe />
        </>
      }
      actions={
        <>
          <Downloads video={video} />
          <AnotherLikeThis video={video} action={another} />
          <FinishElsewhere video={video} versions={versions} offers={engines} />
        </>
      }
    />
  )
}

function Failed({ video }: { video: StudioVideo }) {
  const remember = useRememberVideo()
  const retrying = useMutation({ mutationFn: retryVideo, onSuccess: remember })
  const { fixes } = useWords(failureWords)
  const { changeInStudio } = useWords(videoWords)
  const fix = fixOf(video)
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
      actions={
        <>
          <AnotherLikeThis video={video} action={fix ? fixes[fix] : changeInStudio} />
          <Refusal error={retrying.error} />
        </>
      }
    />
  )
}

function Cancel({ video }: { video: StudioVideo }) {
  const { cancel } = useWords(actionWords)
  const remember = useRememberVideo()
  const cancelling = useMutation({ mutationFn: cancelVideo, onSuccess: remember })
  return (
    <>
      <Button look="outline" disabled={cancelling.isPending} onClick={() => cancelling.mutate(video.id)}>
        {cancel}
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
