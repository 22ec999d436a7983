import { Captions, Download } from 'lucide-react'
import { Player } from '@/components/player/player'
import type { Film } from '@/components/player/use-film'
import { ProgressLine } from '@/components/stage/progress-line'
import { LiveDot, ProgressWords } from '@/components/stage/progress-words'
import { StageFigure } from '@/components/stage/stage-figure'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Comment } from '@/lib/share/comment-schema'
import type { SharedVideo } from '@/lib/share/shared-video'
import { actionWords } from '@/lib/words/actions'
import { shareWords } from '@/lib/words/share'
import { CommentMarks } from './comment-marks'
import { CopyMoment } from './copy-moment'

/** The film, as soon as there is any of it to see, and how far it is before that. The frame is the same. */
export function SharedStage({
  token,
  url,
  video,
  film,
  source,
  poster,
  running,
  comments,
  lost,
}: {
  token: string
  url: string
  video: SharedVideo
  film: Film
  /** What plays; null while there is nothing yet. */
  source: string | null
  poster?: string
  running: boolean
  comments: Comment[]
  lost: boolean
}) {
  const words = useWords(shareWords)
  const actions = useWords(actionWords)
  const ratio = video.width / video.height
  const progress = video.progress / 100
  if (source === null) {
    return (
      <StageFigure
        ratio={ratio}
        picture={null}
        line={<ProgressLine seconds={video.seconds} progress={progress} />}
        words={<ProgressWords video={video} lost={lost} />}
      />
    )
  }
  return (
    <Player
      film={film}
      src={source}
      poster={poster}
      title={video.title}
      ratio={ratio}
      said={video}
      marks={<CommentMarks comments={comments} length={film.length} />}
      previews={
        running || video.seconds === null ? null : { url: `/s/${token}/previews.jpg`, seconds: video.seconds }
      }
      actions={
        running ? (
          <p role="status" className="flex items-center gap-2 text-sm text-quiet">
            <LiveDot />
            {words.restBeingMade}
          </p>
        ) : (
          <>
            <CopyMoment url={url} time={film.time} />
            {video.downloads && (
              <a href={`/s/${token}/video.mp4?download=1`} className={buttonClass('plain')}>
                <Download size={16} strokeWidth={1.5} aria-hidden />
                {actions.download}
              </a>
            )}
            {video.downloads && (video.script || video.captions) && (
              <a href={`/s/${token}/captioned.mp4?download=1`} className={buttonClass('plain')}>
                <Captions size={16} strokeWidth={1.5} aria-hidden />
                {words.withCaptions}
              </a>
            )}
          </>
        )
      }
    />
  )
}
