import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import { useWords } from '@/components/words/language'
import { studioWords } from '@/lib/words/studio'
import type { Draft } from './draft'

/** Script and recording: two ways to fill the one field for what is said. */
export function SpeechField({
  mode,
  onMode,
  drafts,
  script,
  recording,
}: {
  mode: Draft['mode']
  onMode: (mode: Draft['mode']) => void
  /** Which draft this is, beside the tabs. */
  drafts: ReactNode
  script: ReactNode
  recording: ReactNode
}) {
  const words = useWords(studioWords)
  return (
    <Tabs
      label={words.speech}
      shown={mode}
      onShow={onMode}
      beside={drafts}
      tabs={[
        { name: 'script', word: words.script, panel: script },
        { name: 'recording', word: words.recording, panel: recording },
      ]}
    />
  )
}
