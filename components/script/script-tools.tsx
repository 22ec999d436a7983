import { Plus, Square, Volume2, WholeWord } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type RefObject, useEffect, useState } from 'react'
import type { Hearing } from '@/components/studio/use-hearing'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import { scriptWords } from '@/lib/words/script'
import type { ScriptHandle } from './script-handle'
import { asSaid, type Stretch, sentenceAt, wordAt } from './sentences'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
/** Menus come after the page; until then this holds their place. */
const DirectionMenu = dynamic(() => import('./direction-menu').then((module) => module.DirectionMenu), {
  ssr: false,
  loading: () => <MenuToCome />,
})
const SayDifferently = dynamic(() => import('./say-differently').then((module) => module.SayDifferently))

const LINE = 'line'

function MenuToCome() {
  const words = useWords(scriptWords)
  return (
    <Button look="plain" disabled>
      <Plus {...ICON} />
      {words.addDirection}
    </Button>
  )
}

/** What can be done with the words at the caret: hear them, direct them, have one said differently. */
export function ScriptTools({
  text,
  voice,
  hearing,
  handle,
}: {
  text: string
  voice: string
  hearing: Hearing
  handle: RefObject<ScriptHandle | null>
}) {
  const words = useWords(scriptWords)
  const [word, setWord] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const busy = hearing.now?.name === LINE
  const speechless = speechSeconds(text) === 0

  useEffect(() => {
    if (!busy) handle.current?.mark(null)
  }, [busy, handle])

  function hear() {
    const stretch = chosenStretch(text, handle.current)
    setNews('')
    handle.current?.mark(stretch)
    hearing.hear(LINE, asSaid(text, stretch), voice)
  }

  return (
    <>
      <div className="-mx-2 flex flex-wrap sm:gap-x-2 max-sm:[&_svg]:hidden">
        <Button
          look="plain"
          onClick={busy ? hearing.stop : hear}
          disabled={speechless && !busy}
          className="min-w-27 justify-start sm:min-w-33"
        >
          {busy ? <Square {...ICON} /> : <Volume2 {...ICON} />}
          {busy ? words.stop : words.hear}
        </Button>
        <DirectionMenu onChoose={(direction) => handle.current?.insert(direction)} />
        <Button
          look="plain"
          onClick={() => setWord(wordAt(text, handle.current?.selection() ?? { from: 0, to: 0 }))}
        >
          <WholeWord {...ICON} />
          {words.sayDifferently}
        </Button>
      </div>
      <p role="status" className={news ? 'text-sm' : 'sr-only'}>
        {busy && !hearing.now?.playing ? words.beingSpoken : news}
      </p>
      {hearing.failure?.name === LINE && (
        <p role="alert" className="text-sm text-danger">
          {hearing.failure.sentence}
        </p>
      )}
      {word !== null && (
        <SayDifferently
          word={word}
          voice={voice}
          onDone={(pronunciation) => {
            hearing.forget()
            setNews(words.saidSo(pronunciation.word))
          }}
          onClose={() => setWord(null)}
        />
      )}
    </>
  )
}

/** What is selected, if that can be said; else the sentence at the caret. */
function chosenStretch(text: string, handle: ScriptHandle | null): Stretch {
  const { from, to } = handle?.selection() ?? { from: 0, to: 0 }
  return speechSeconds(text.slice(from, to)) > 0 ? { from, to } : sentenceAt(text, from)
}
