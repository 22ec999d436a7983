import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { filingWords } from '@/lib/words/filing'
import { LabelDialog } from './label-dialog'
import { useFiling, useLabels } from './use-filing'

/** Tags for some videos: what all of them have is ticked, what some have is half ticked and stays so until it is touched. */
export function TagDialog({ videos, onClose }: { videos: StudioVideo[]; onClose: () => void }) {
  const words = useWords(filingWords)
  const known = useLabels('tags').map(({ name }) => name)
  const filing = useFiling()
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const names = [...new Set([...videos.flatMap(({ tags }) => tags), ...known, ...wanted.keys()])].sort(
    (a, b) => a.localeCompare(b),
  )
  const having = (name: string) => videos.filter(({ tags }) => tags.includes(name)).length
  const want = (name: string, on: boolean) => setWanted((before) => new Map(before).set(name, on))

  function save(typed: string) {
    const all = typed ? new Map(wanted).set(spelledAs(names, typed), true) : wanted
    const chosen = (on: boolean) => [...all].filter(([, value]) => value === on).map(([name]) => name)
    const change = { add_tags: chosen(true), remove_tags: chosen(false) }
    if (all.size === 0) onClose()
    else filing.mutate({ ids: videos.map(({ id }) => id), ...change }, { onSuccess: onClose })
  }

  return (
    <LabelDialog
      title={words.tagsOf(videos.length)}
      lead={words.tagsLead}
      newName={words.newTag}
      error={filing.error}
      busy={filing.isPending}
      onNew={(name) => want(spelledAs(names, name), true)}
      onSave={save}
      onClose={onClose}
    >
      {names.map((name) => {
        const some = !wanted.has(name) && having(name) > 0 && having(name) < videos.length
        return (
          <Checkbox
            key={name}
            checked={wanted.get(name) ?? having(name) === videos.length}
            ref={(box) => {
              if (box) box.indeterminate = some
            }}
            onChange={(event) => want(name, event.currentTarget.checked)}
          >
            {name}
          </Checkbox>
        )
      })}
    </LabelDialog>
  )
}

/** A name as it is spelled already, if it is there in other letters' case. */
function spelledAs(names: string[], typed: string): string {
  return names.find((name) => name.toLowerCase() === typed.toLowerCase()) ?? typed
}
