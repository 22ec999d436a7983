import { useWords } from '@/components/words/language'
import { stageWords } from '@/lib/words/stage'
import { Ruler } from './line'

/** The line under the picture, filling as `progress` goes from 0 to 1. */
export function ProgressLine({ seconds, progress }: { seconds: number; progress: number }) {
  const words = useWords(stageWords)
  return (
    <div className="relative h-6">
      <Ruler seconds={seconds} />
      <div
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        className="absolute inset-x-0 top-[11px] h-0.5 overflow-hidden bg-strong"
      >
        <div
          className="h-full origin-left bg-accent transition-transform duration-500"
          style={{ transform: `scaleX(${progress})` }}
        />
      </div>
    </div>
  )
}
