import { Check, Mic, Pause } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import { actionWords } from '@/lib/words/actions'
import { recordingWords } from '@/lib/words/recording'
import type { Recorder } from './use-recorder'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What is seen while somebody speaks: how loud, how long, and how to stop. */
export function RecorderPanel({ recorder }: { recorder: Recorder }) {
  const words = useWords(recordingWords)
  const actions = useWords(actionWords)
  const { state, level, seconds } = recorder
  return (
    <div className="flex min-h-32 flex-1 flex-col items-center justify-center rounded-control border border-strong px-4 py-6">
      <p role="status" className="font-medium">
        {words.states[state]}
      </p>
      <p className="mt-1 text-sm text-quiet tabular-nums">
        {words.part(clock(seconds), clock(MAX_AUDIO_SECONDS))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw theirs in green and red. */}
      <div
        role="meter"
        aria-label={words.loudness}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level * 100)}
        className="mt-4 h-1.5 w-full max-w-xs overflow-hidden rounded-full bg-hair"
      >
        <div className="h-full origin-left bg-accent" style={{ transform: `scaleX(${level})` }} />
      </div>
      <div className="mt-5 flex gap-2">
        <Button look="primary" autoFocus disabled={state === 'asking'} onClick={recorder.finish}>
          <Check {...ICON} />
          {actions.done}
        </Button>
        {state === 'paused' ? (
          <Button look="outline" onClick={recorder.resume}>
            <Mic {...ICON} />
            {words.goOn}
          </Button>
        ) : (
          <Button look="outline" disabled={state === 'asking'} onClick={recorder.pause}>
            <Pause {...ICON} />
            {words.pauseRecording}
          </Button>
        )}
      </div>
    </div>
  )
}
