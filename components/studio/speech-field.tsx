import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '@/components/words/language'
import { studioWords } from '@/lib/words/studio'
import type { Draft } from './draft'

const TAB =
  'group min-h-11 rounded-control text-sm font-medium text-quiet transition-colors hover:text-ink data-[state=active]:text-ink'

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
    <Tabs.Root
      className="group/field flex flex-1 flex-col"
      value={mode}
      onValueChange={(value) => onMode(value === 'recording' ? 'recording' : 'script')}
    >
      <div className="flex items-center justify-between gap-6 border-b border-hair transition-colors group-has-[[role=textbox]:focus]/field:border-ink group-has-[textarea:focus]/field:border-ink">
        <Tabs.List aria-label={words.speech} className="flex shrink-0 gap-6">
          <Tabs.Trigger value="script" className={TAB}>
            <TabWord>{words.script}</TabWord>
          </Tabs.Trigger>
          <Tabs.Trigger value="recording" className={TAB}>
            <TabWord>{words.recording}</TabWord>
          </Tabs.Trigger>
        </Tabs.List>
        {drafts}
      </div>
      <Tabs.Content
        value="script"
        tabIndex={-1}
        className="flex flex-1 flex-col pt-4 data-[state=inactive]:hidden"
      >
        {script}
      </Tabs.Content>
      <Tabs.Content
        value="recording"
        tabIndex={-1}
        className="flex flex-1 flex-col pt-4 data-[state=inactive]:hidden"
      >
        {recording}
      </Tabs.Content>
    </Tabs.Root>
  )
}

function TabWord({ children }: { children: string }) {
  return (
    <span className="relative block py-3 after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 group-data-[state=active]:after:bg-ink">
      {children}
    </span>
  )
}
