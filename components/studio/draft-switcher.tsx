import { Check, ChevronsUpDown, Copy, Pencil, Plus, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { MENU_ITEM, Menu, MenuItem } from '@/components/ui/menu'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { draftWords } from '@/lib/words/drafts'
import { type Draft, isDeleted, nameOf } from './draft'
import {
  beginDraft,
  changeDraft,
  deleteDraft,
  duplicateDraft,
  openDraft,
  takesFocus,
  useDrafts,
} from './drafts'

const RenameDraft = dynamic(() => import('./rename-draft').then((module) => module.RenameDraft))

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** Which draft is open, and what can be done with it. */
export function DraftSwitcher({ draft }: { draft: Draft }) {
  const words = useWords(draftWords)
  const actions = useWords(actionWords)
  const name = nameOf(draft, words)
  const drafts = useDrafts().all.filter((other) => !isDeleted(other))
  const [renaming, setRenaming] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus('opening')) trigger.current?.focus()
  }, [])
  return (
    <>
      <Menu
        trigger={
          <Button
            ref={trigger}
            look="plain"
            aria-label={words.draft(name)}
            className="-mr-2 max-w-64 min-w-0"
          >
            <span className="truncate">{name}</span>
            <ChevronsUpDown {...ICON} className="shrink-0" />
          </Button>
        }
      >
        <DropdownMenu.RadioGroup aria-label={words.drafts} value={draft.id} onValueChange={openDraft}>
          {drafts.map((other) => (
            <DropdownMenu.RadioItem key={other.id} value={other.id} className={`${MENU_ITEM} max-w-72`}>
              <span className="size-4 shrink-0">
                <DropdownMenu.ItemIndicator>
                  <Check {...ICON} />
                </DropdownMenu.ItemIndicator>
              </span>
              <span className="truncate">{nameOf(other, words)}</span>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        <DropdownMenu.Separator className="mx-3 my-1 h-px bg-hair" />
        <MenuItem onSelect={beginDraft}>
          <Plus {...ICON} />
          {words.begin}
        </MenuItem>
        <MenuItem onSelect={() => setRenaming(true)}>
          <Pencil {...ICON} />
          {words.rename}
        </MenuItem>
        <MenuItem onSelect={() => void duplicateDraft(draft.id, words.copyOf(name))}>
          <Copy {...ICON} />
          {words.duplicate}
        </MenuItem>
        <MenuItem onSelect={() => deleteDraft(draft.id)}>
          <Trash2 {...ICON} />
          {actions.remove}
        </MenuItem>
      </Menu>
      {renaming && (
        <RenameDraft
          name={name}
          onRename={(name) => changeDraft(draft.id, { name })}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  )
}
