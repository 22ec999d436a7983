import { Check, Mic, Pause } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { clock } from '@/components/ui/text'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/schemas'
import type { Recorder } from './use-recorder'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What is seen while somebody speaks: how loud, how long, and how to stop. */
export function RecorderPanel({ recorder }: { recorder: Recorder }) {
  const { state, level, seconds } = recorder
  return (
    <div className="flex min-h-32 flex-1 flex-col items-center justify-center rounded-control border border-strong px-4 py-6">
      <p role="status" className="font-medium">
        {WORDS[state]}
      </p>
      <p className="mt-1 text-sm text-quiet tabular-nums">
        {clock(seconds)} of {clock(MAX_AUDIO_SECONDS)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw theirs in green and red. */}
      <div
        role="meter"
        aria-label="Loudness"
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
          Done
        </Button>
        {state === 'paused' ? (
          <Button look="outline" onClick={recorder.resume}>
            <Mic {...ICON} />
            Go on
          </Button>
        ) : (
          <Button look="outline" disabled={state === 'asking'} onClick={recorder.pause}>
            <Pause {...ICON} />
            Pause
          </Button>
        )}
      </div>
    </div>
  )
}

const WORDS = {
  idle: '',
  asking: 'Opening the microphone',
  recording: 'Recording',
  paused: 'Paused',
} as const
