import { useId, useState } from 'react'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { filingWords } from '@/lib/words/filing'
import { LabelDialog } from './label-dialog'
import { useFiling, useLabels } from './use-filing'

/** The folder some videos lie in. */
export function FolderDialog({ videos, onClose }: { videos: StudioVideo[]; onClose: () => void }) {
  const words = useWords(filingWords)
  const known = useLabels('folders').map(({ name }) => name)
  const filing = useFiling()
  const [first] = videos
  const shared = videos.every(({ folder }) => folder === first.folder) ? first.folder : undefined
  const [wanted, setWanted] = useState<string | null | undefined>(shared)
  const names = [...new Set([...known, ...(wanted ? [wanted] : [])])].sort((a, b) => a.localeCompare(b))
  const group = useId()

  const spelled = (typed: string) => names.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed

  function save(typed: string) {
    const folder = typed ? spelled(typed) : wanted
    if (folder === undefined || folder === shared) onClose()
    else filing.mutate({ ids: videos.map(({ id }) => id), folder }, { onSuccess: onClose })
  }

  return (
    <LabelDialog
      title={words.folderOf(videos.length)}
      lead={words.folderLead}
      newName={words.newFolder}
      error={filing.error}
      busy={filing.isPending}
      onNew={(name) => setWanted(spelled(name))}
      onSave={save}
      onClose={onClose}
    >
      {[null, ...names].map((name) => (
        <label key={name ?? ''} className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
          <input
            type="radio"
            name={group}
            checked={wanted === name}
            onChange={() => setWanted(name)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className={name === null ? 'text-quiet' : ''}>{name ?? words.noFolder}</span>
        </label>
      ))}
    </LabelDialog>
  )
}
