import { Check, ChevronsUpDown, Copy, Pencil, Plus, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
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
const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 text-sm outline-none select-none data-highlighted:bg-ground lg:min-h-9'

/** Which draft is open, and what can be done with it. */
export function DraftSwitcher({ draft }: { draft: Draft }) {
  const drafts = useDrafts().all.filter((other) => !isDeleted(other))
  const [renaming, setRenaming] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus('opening')) trigger.current?.focus()
  }, [])
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button
            ref={trigger}
            look="plain"
            aria-label={`Draft: ${nameOf(draft)}`}
            className="-mr-2 max-w-64 min-w-0"
          >
            <span className="truncate">{nameOf(draft)}</span>
            <ChevronsUpDown {...ICON} className="shrink-0" />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            collisionPadding={16}
            className="z-30 max-h-(--radix-dropdown-menu-content-available-height) w-72 animate-appear overflow-y-auto rounded-media border border-strong bg-raised p-1 text-ink"
          >
            <DropdownMenu.RadioGroup aria-label="Drafts" value={draft.id} onValueChange={openDraft}>
              {drafts.map((other) => (
                <DropdownMenu.RadioItem key={other.id} value={other.id} className={ITEM}>
                  <span className="size-4 shrink-0">
                    <DropdownMenu.ItemIndicator>
                      <Check {...ICON} />
                    </DropdownMenu.ItemIndicator>
                  </span>
                  <span className="truncate">{nameOf(other)}</span>
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
            <DropdownMenu.Separator className="mx-3 my-1 h-px bg-hair" />
            <Item icon={<Plus {...ICON} />} onSelect={beginDraft}>
              New draft
            </Item>
            <Item icon={<Pencil {...ICON} />} onSelect={() => setRenaming(true)}>
              Rename
            </Item>
            <Item icon={<Copy {...ICON} />} onSelect={() => void duplicateDraft(draft.id)}>
              Duplicate
            </Item>
            <Item icon={<Trash2 {...ICON} />} onSelect={() => deleteDraft(draft.id)}>
              Delete
            </Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {renaming && (
        <RenameDraft
          name={draft.name || nameOf(draft)}
          onRename={(name) => changeDraft(draft.id, { name })}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  )
}

function Item({ icon, onSelect, children }: { icon: ReactNode; onSelect: () => void; children: string }) {
  return (
    <DropdownMenu.Item className={ITEM} onSelect={onSelect}>
      {icon}
      {children}
    </DropdownMenu.Item>
  )
}
