import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Transcript } from '@/components/player/transcript'
import type { Film } from '@/components/player/use-film'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { sentenceWords } from '@/lib/words/sentences'
import { SentenceEditor } from './sentence-editor'
import { hasKeptChanges } from './use-sentence-changes'

/** What a video says, to read along; of a finished one every sentence can be changed. */
export function ScriptSection({ video, script, film }: { video: StudioVideo; script: string; film: Film }) {
  const words = useWords(sentenceWords)
  const hydrated = useHydrated()
  const [asked, setAsked] = useState<boolean | null>(null)
  const isFinished = video.status === 'completed'
  const isOpen = isFinished && (asked ?? (hydrated && hasKeptChanges(video.id)))
  return (
    <section>
      <h2 className="text-sm font-medium">{words.script}</h2>
      {isOpen ? (
        <SentenceEditor video={video} film={film} onClose={() => setAsked(false)} />
      ) : (
        <>
          <div className="mt-2">
            <Transcript said={{ script, words: video.words }} film={film} />
          </div>
          {isFinished && (
            <Button look="plain" className="mt-2 -ml-2" onClick={() => setAsked(true)}>
              <PencilLine size={16} strokeWidth={1.5} aria-hidden />
              {words.change}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
