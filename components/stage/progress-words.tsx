import { duration } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { stageWords } from '@/lib/words/stage'

/** What of a video says how far it is. */
export type Progress = Pick<StudioVideo, 'status' | 'stage' | 'progress' | 'seconds_left' | 'videos_before'>

/** How far a video is, as a sentence. */
export function progressSentence(
  { status, stage, videos_before }: Progress,
  words: (typeof stageWords)['en'],
): string {
  if (status !== 'queued') return words.stages[stage]
  return videos_before ? words.waitingBehind(videos_before) : words.stages.waiting
}

/** What the render is doing, spoken once a stage, and the time left, which is only shown. */
export function ProgressWords({ video, lost }: { video: Progress; lost: boolean }) {
  const words = useWords(stageWords)
  return (
    <>
      <p role="status" className="flex min-w-0 items-center gap-2">
        <LiveDot still={lost} />
        {lost ? words.lost : progressSentence(video, words)}
      </p>
      <p className="shrink-0 text-quiet">
        {video.seconds_left === null ? `${video.progress} %` : words.timeLeft(duration(video.seconds_left))}
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
