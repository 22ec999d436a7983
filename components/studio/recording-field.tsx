import { AudioLines, X } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { bytes, clock } from '@/components/ui/text'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/schemas'
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
    <div className="min-h-32 lg:min-h-64">
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
          <Clip key={url} file={file} url={url} seconds={seconds} onRemove={() => recording.choose(null)} />
          {refusal && (
            <p role="alert" className="mt-3 text-sm text-danger">
              {refusal}
            </p>
          )}
        </>
      ) : (
        <div
          className={`flex min-h-32 flex-col items-center justify-center rounded-control border border-dashed px-4 py-6 text-center transition-colors lg:min-h-56 ${dragging ? 'border-accent' : 'border-strong'}`}
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

function Clip({
  file,
  url,
  seconds,
  onRemove,
}: {
  file: File
  url: string
  seconds: number | null
  onRemove: () => void
}) {
  const audio = useRef<HTMLAudioElement>(null)
  const [unplayable, setUnplayable] = useState(false)
  return (
    <div>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{file.name}</p>
          <p className="text-sm text-quiet tabular-nums">
            {seconds === null ? bytes(file.size) : `${clock(seconds)}, ${bytes(file.size)}`}
          </p>
        </div>
        <Button look="plain" onClick={onRemove}>
          <X size={16} strokeWidth={1.5} aria-hidden />
          Remove
        </Button>
      </div>
      {unplayable ? (
        <p className="mt-3 text-sm text-quiet">
          This browser cannot play this kind of file. The studio will say whether it can use it.
        </p>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the person's own recording, which nobody has written down.
        <audio
          ref={audio}
          src={url}
          controls
          aria-label={`Recording ${file.name}`}
          onError={() => setUnplayable(true)}
          className="mt-3 w-full"
        />
      )}
    </div>
  )
}
