import { withoutTags } from '@/lib/captions/phrases'
import { type Said, useCues } from './use-cues'
import type { Film } from './use-film'

/** What is said, as it is spoken: the phrase being said is marked, and any phrase is a way to that place in the film. */
export function Transcript({ said, film }: { said: Said; film: Film }) {
  const cues = useCues(said, film.length)
  const started = film.playing || film.time > 0
  return (
    <p className="measure whitespace-pre-wrap leading-7 [overflow-wrap:anywhere]">
      {cues.length === 0
        ? withoutTags(said.script ?? '')
        : cues.map((cue) => {
            const current = started && film.time >= cue.start && film.time < cue.end
            return (
              <a
                key={cue.start}
                href={`#t=${cue.start.toFixed(1)}`}
                aria-current={current ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  film.seek(cue.start)
                }}
                className="rounded-[3px] transition-colors hover:underline hover:decoration-strong hover:underline-offset-4 aria-[current]:text-accent"
              >
                {cue.text}
                {said.captions && ' '}
              </a>
            )
          })}
    </p>
  )
}
