import { AudioLines, Mic } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import { recordingWords } from '@/lib/words/recording'
import { RecorderPanel } from './recorder-panel'
import { RecordingClip } from './recording-clip'
import { TrimClip } from './trim-clip'
import { useRecorder } from './use-recorder'
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
  const words = useWords(recordingWords)
  const { file, url, sound, trim, reading, seconds, refusal } = recording
  const recorder = useRecorder(recording.choose)
  return (
    <div className="flex min-h-32 flex-1 flex-col">
      <input
        ref={input}
        type="file"
        aria-label={words.recording}
        accept="audio/*,video/*,.m4a,.ogg,.opus,.flac"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) recording.choose(chosen)
          event.target.value = ''
        }}
      />
      {recorder.state !== 'idle' ? (
        <RecorderPanel recorder={recorder} />
      ) : file && url ? (
        <>
          {sound && trim ? (
            <TrimClip
              key={url}
              name={file.name}
              url={url}
              sound={sound}
              trim={trim}
              onTrim={recording.setTrim}
              onRemove={() => recording.choose(null)}
              onAgain={recorder.start}
            />
          ) : reading ? (
            <p role="status" className="text-sm text-quiet">
              {words.reading(file.name)}
            </p>
          ) : (
            <RecordingClip
              key={url}
              file={file}
              url={url}
              seconds={seconds}
              onRemove={() => recording.choose(null)}
            />
          )}
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
          <p className="font-medium">{dragging ? words.letGo : words.drop}</p>
          <p className="text-sm text-quiet">{words.dropHint(MAX_AUDIO_SECONDS)}</p>
          <div className="mt-4 flex flex-wrap justify-center gap-2">
            <Button look="outline" onClick={() => input.current?.click()}>
              <AudioLines size={16} strokeWidth={1.5} aria-hidden />
              {words.choose}
            </Button>
            <Button look="outline" onClick={recorder.start}>
              <Mic size={16} strokeWidth={1.5} aria-hidden />
              {words.record}
            </Button>
          </div>
        </div>
      )}
      {recorder.failure && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {words.failures[recorder.failure]}
        </p>
      )}
    </div>
  )
}
