import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Film } from '@/components/player/use-film'
import { Button } from '@/components/ui/button'
import { tenths } from '@/components/ui/text'
import { useLanguage, useWords } from '@/components/words/language'
import type { Cue } from '@/lib/boson/schemas'
import { addCue, mergeCue, moveEdge, splitCue } from '@/lib/captions/edit-cues'
import { captionWords } from '@/lib/words/captions'
import { CaptionRow } from './caption-row'

/** Every caption of a video, to be written on. */
export function CaptionList({
  cues,
  film,
  onChange,
}: {
  cues: Cue[]
  film: Film
  onChange: (cues: Cue[]) => void
}) {
  const words = useWords(captionWords)
  const language = useLanguage()
  const [full, setFull] = useState(false)

  function add() {
    const added = addCue(cues, film.time, film.length)
    setFull(added === null)
    if (added) onChange(added.cues)
  }

  return (
    <>
      <ol className="mt-3 border-t border-hair">
        {cues.map((cue, i) => (
          <CaptionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a caption is its place in the list; rows hold no state.
            key={i}
            cue={cue}
            number={i + 1}
            isLast={i === cues.length - 1}
            isShown={film.time > 0 && film.time >= cue.start && film.time < cue.end}
            actions={{
              write: (text) => onChange(cues.with(i, { ...cue, text })),
              move: (edge, to) => onChange(moveEdge(cues, i, edge, to, film.length)),
              split: (at) => onChange(splitCue(cues, i, at)),
              merge: () => onChange(mergeCue(cues, i)),
              remove: () => onChange(cues.toSpliced(i, 1)),
              play: () => {
                film.seek(cue.start)
                if (!film.playing) film.toggle()
              },
            }}
          />
        ))}
      </ol>
      <Button look="plain" className="mt-2 -ml-2" onClick={add}>
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {words.addAt(tenths(film.time, language))}
      </Button>
      {full && (
        <p role="status" className="text-sm text-quiet">
          {words.taken}
        </p>
      )}
    </>
  )
}
