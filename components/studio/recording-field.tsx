import { AudioLines } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/schemas'
import { RecordingClip } from './recording-clip'
import type { Recording } from './use-recording'

/** A recording to be spoken: a place to drop it, then its name, its length, and a way to hear it. */
export function RecordingField({
  recording,
  dragging,
  input,
}: {
  recording: Recording
  dragging: boolean
  input: RefObject<HTMLInputElement | null>
}) {
  const { file, url, seconds, refusal } = recording
  return (
    <div className="flex min-h-32 flex-1 flex-col">
      <input
        ref={input}
        type="file"
        aria-label="Recording"
        accept="audio/*,.m4a,.ogg,.opus,.flac"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) recording.choose(chosen)
          event.target.value = ''
        }}
      />
      {file && url ? (
        <>
          <RecordingClip
            key={url}
            file={file}
            url={url}
            seconds={seconds}
            onRemove={() => recording.choose(null)}
          />
          {refusal && (
            <p role="alert" className="mt-3 text-sm text-danger">
              {refusal}
            </p>
          )}
        </>
      ) : (
        <div
          className={`flex min-h-32 flex-1 flex-col items-center justify-center rounded-control border border-dashed px-4 py-6 text-center transition-colors ${dragging ? 'border-accent' : 'border-strong'}`}
        >
          <p className="font-medium">{dragging ? 'Let go to use it' : 'Drop a recording here'}</p>
          <p className="text-sm text-quiet">
            One voice, up to {MAX_AUDIO_SECONDS} s. MP3, WAV, M4A, FLAC or Ogg.
          </p>
          <Button look="outline" className="mt-4" onClick={() => input.current?.click()}>
            <AudioLines size={16} strokeWidth={1.5} aria-hidden />
            Choose a recording
          </Button>
        </div>
      )}
    </div>
  )
}
