import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { contentUrl } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Cue } from '@/lib/boson/schemas'
import { alignTranscript, speechSpans } from '@/lib/captions/align'
import { captionWords } from '@/lib/words/captions'

/** What is said in a recording, to be pasted or typed as a whole; the pauses of the sound say when. */
export function TranscriptForm({ id, onAligned }: { id: string; onAligned: (cues: Cue[]) => void }) {
  const words = useWords(captionWords)
  const field = useId()
  const aligning = useMutation({
    mutationFn: async (text: string) => {
      const sound = await soundOf(id)
      return alignTranscript(text, speechSpans(sound.getChannelData(0), sound.sampleRate), sound.duration)
    },
    onSuccess: onAligned,
  })
  return (
    <form
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault()
        aligning.mutate(String(new FormData(event.currentTarget).get('transcript') ?? ''))
      }}
    >
      <label htmlFor={field} className="text-sm text-quiet">
        {words.transcriptLead}
      </label>
      <textarea
        id={field}
        name="transcript"
        rows={4}
        required
        className="mt-2 block w-full rounded-control border border-strong bg-transparent px-3 py-2.5 leading-7 caret-accent"
      />
      <Button type="submit" className="mt-3" disabled={aligning.isPending}>
        {aligning.isPending ? words.listening : words.makeCaptions}
      </Button>
      {aligning.isError && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {words.soundMissing}
        </p>
      )}
    </form>
  )
}

async function soundOf(id: string): Promise<AudioBuffer> {
  const answer = await fetch(contentUrl(id, 'audio'))
  if (!answer.ok) throw new Error(`The sound answered ${answer.status}`)
  const context = new OfflineAudioContext(1, 1, 48_000)
  return context.decodeAudioData(await answer.arrayBuffer())
}
