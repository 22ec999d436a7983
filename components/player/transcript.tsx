import { useMemo } from 'react'
import type { Word } from '@/lib/boson/schemas'
import { phrases, withoutTags } from '@/lib/captions/phrases'
import type { Film } from './use-film'

/** The script as it is spoken: the phrase being said is marked, and any phrase is a way to that place in the film. */
export function Transcript({ script, words, film }: { script: string; words: Word[] | null; film: Film }) {
  const cues = useMemo(() => phrases(script, film.length, words), [script, film.length, words])
  const started = film.playing || film.time > 0
  return (
    <p className="measure whitespace-pre-wrap leading-7 [overflow-wrap:anywhere]">
      {cues.length === 0
        ? withoutTags(script)
        : cues.map((cue) => {
            const said = started && film.time >= cue.start && film.time < cue.end
            return (
              <a
                key={cue.start}
                href={`#t=${cue.start.toFixed(1)}`}
                aria-current={said ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  film.seek(cue.start)
                }}
                className="rounded-[3px] transition-colors hover:underline hover:decoration-strong hover:underline-offset-4 aria-[current]:text-accent"
              >
                {cue.text}
              </a>
            )
          })}
    </p>
  )
}
