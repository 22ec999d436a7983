import { ChevronRight, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import type { Hearing } from '@/components/studio/use-hearing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { voiceWords } from '@/lib/words/voices'
import { useFavourites } from './favourites'
import type { useCustomVoices } from './use-custom-voices'
import { type Voice, VoiceRow } from './voice-row'

const AddVoice = dynamic(() => import('./add-voice').then((module) => module.AddVoice))

/** Every voice there is, to hear and to choose from: favourites first, those the operator added behind a fold. */
export function VoiceGallery({
  presets,
  added,
  custom,
  person,
  chosen,
  hearing,
  onChoose,
}: {
  presets: Voice[]
  added: Voice[]
  custom: ReturnType<typeof useCustomVoices>
  /** Whose favourites these are. */
  person: string
  chosen: string
  hearing: Hearing
  onChoose: (id: string) => void
}) {
  const words = useWords(voiceWords)
  const actions = useWords(actionWords)
  const [adding, setAdding] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { favourites, toggle } = useFavourites(person)
  const own = custom.voices.map((voice) => ({
    id: voice.id,
    name: voice.name || words.unnamed,
    description: words.own,
  }))
  const isOwn = ({ id }: Voice) => own.some((voice) => voice.id === id)
  const liked = [...own, ...presets, ...added].filter(({ id }) => favourites.includes(id))
  const others = (voices: Voice[]) => voices.filter(({ id }) => !favourites.includes(id))
  const folded = others(added)

  const rows = (voices: Voice[]) => (
    <div className="mt-1 grid gap-x-2 @[30.5rem]:grid-cols-2">
      {voices.map((voice) => (
        <VoiceRow
          key={voice.id}
          voice={voice}
          checked={voice.id === chosen}
          liked={favourites.includes(voice.id)}
          hearing={hearing}
          onChoose={() => onChoose(voice.id)}
          onLike={() => toggle(voice.id)}
          onDelete={isOwn(voice) ? () => custom.remove(voice) : undefined}
        />
      ))}
    </div>
  )

  return (
    <div className="@container border-t border-hair pt-2">
      <div className="flex items-center justify-between gap-4">
        <h2 ref={heading} id="voice-heading" tabIndex={-1} className="text-sm font-medium outline-none">
          {words.voice}
        </h2>
        <Button look="plain" className="-mr-2" onClick={() => setAdding(true)}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          {words.add}
        </Button>
      </div>
      <div role="radiogroup" aria-labelledby="voice-heading">
        {rows([...liked, ...others(own), ...others(presets)])}
        {folded.length > 0 && (
          <details className="group/more" open={folded.some(({ id }) => id === chosen)}>
            <summary className="-mx-2 flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-control px-2 text-sm text-quiet transition-colors hover:text-ink focus-visible:outline-2 focus-visible:outline-ink lg:min-h-9 [&::-webkit-details-marker]:hidden">
              <ChevronRight
                size={16}
                strokeWidth={1.5}
                aria-hidden
                className="-ml-0.5 transition-transform group-open/more:rotate-90"
              />
              {words.more}
            </summary>
            {rows(folded)}
          </details>
        )}
      </div>
      {custom.leaving && (
        <p role="status" className="flex items-center gap-2 text-sm">
          {words.removed(custom.leaving.name || words.unnamed)}
          <Button
            key={custom.leaving.id}
            look="link"
            autoFocus
            onClick={() => {
              custom.undo()
              heading.current?.focus()
            }}
          >
            {actions.undo}
          </Button>
        </p>
      )}
      {custom.failure && (
        <p role="alert" className="text-sm text-danger">
          {errorSentence(custom.failure)}
        </p>
      )}
      {adding && (
        <AddVoice
          onDone={(voice) => {
            custom.remember(voice)
            onChoose(voice.id)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
