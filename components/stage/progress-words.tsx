import { duration } from '@/components/ui/text'
import type { Stage, StudioVideo } from '@/lib/boson/schemas'

const STAGE_WORDS: Record<Stage, string> = {
  waiting: 'Waiting for its turn',
  speech: 'Speaking the script',
  portrait: 'Studying the portrait',
  frames: 'Drawing the frames',
  finishing: 'Finishing the file',
  upstream: 'Being made at Boson',
}

/** What of a video says how far it is. */
export type Progress = Pick<StudioVideo, 'status' | 'stage' | 'progress' | 'seconds_left' | 'videos_before'>

export function stageWords(video: Progress): string {
  return video.status === 'queued' ? placeWords(video.videos_before ?? 0) : STAGE_WORDS[video.stage]
}

function placeWords(before: number): string {
  if (before === 0) return STAGE_WORDS.waiting
  return `${STAGE_WORDS.waiting}, ${before} ${before === 1 ? 'video' : 'videos'} before it`
}

/** What the render is doing, spoken once a stage, and the time left, which is only shown. */
export function ProgressWords({ video, lost }: { video: Progress; lost: boolean }) {
  return (
    <>
      <p role="status" className="flex min-w-0 items-center gap-2">
        <LiveDot still={lost} />
        {lost ? 'Connection lost, trying again' : stageWords(video)}
      </p>
      <p className="shrink-0 text-quiet">
        {video.seconds_left === null ? `${video.progress} %` : `about ${duration(video.seconds_left)} left`}
      </p>
    </>
  )
}

export function LiveDot({ still = false }: { still?: boolean }) {
  return (
    <span
      aria-hidden
      className={`size-2 shrink-0 rounded-full ${still ? 'bg-strong' : 'animate-breathe bg-accent'}`}
    />
  )
}
