import { type ReactNode, useState } from 'react'
import { isRunning } from '@/components/api/use-video'
import { contentUrl, liveUrl } from '@/components/api/videos'
import { ProgressLine } from '@/components/stage/progress-line'
import { ProgressWords } from '@/components/stage/progress-words'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import type { StudioVideo } from '@/lib/boson/schemas'
import { Player } from './player'
import type { Film } from './use-film'
import { useLiveSource } from './use-live-source'

/** A video that has not failed: how far it is, the film while it is made, and the finished film, in one place. */
export function FilmStage({
  video,
  film,
  lost,
  autoPlay,
  beneath,
  making,
  actions,
}: {
  video: StudioVideo
  film: Film
  /** True while the studio does not answer. */
  lost: boolean
  autoPlay: boolean
  /** What shows until there is a picture. */
  beneath: ReactNode
  /** What can be done while it is made, and what once it is. */
  making?: ReactNode
  actions: ReactNode
}) {
  const source = useLiveSource(useWatching(video) ? liveUrl(video.id) : null)
  const running = isRunning(video)
  const words = <ProgressWords video={video} lost={lost} />
  if (running && source === null) {
    return (
      <StageFigure
        ratio={ratioOf(video.size)}
        picture={beneath}
        line={<ProgressLine seconds={film.length} progress={video.progress / 100} />}
        words={words}
        actions={making}
      />
    )
  }
  return (
    <Player
      film={film}
      src={source ?? contentUrl(video.id, 'video')}
      poster={running ? undefined : contentUrl(video.id, 'poster')}
      title={video.title}
      ratio={ratioOf(video.size)}
      said={video}
      autoPlay={autoPlay}
      previews={
        video.seconds === null ? null : { url: contentUrl(video.id, 'previews'), seconds: video.seconds }
      }
      beneath={beneath}
      actions={
        running ? (
          <>
            <div className="flex items-center gap-4 text-sm tabular-nums">{words}</div>
            {making}
          </>
        ) : (
          actions
        )
      }
    />
  )
}

/**
 * Whether the film is watched live: from when it is seen being made until it fails, and on once it is finished, so that
 * nothing is exchanged in the middle of a film.
 */
function useWatching({ status }: StudioVideo): boolean {
  const [watching, setWatching] = useState(false)
  const now = isRunning({ status }) || (watching && status === 'completed')
  if (now !== watching) setWatching(now)
  return now
}
