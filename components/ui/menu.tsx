'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

/** The look of one line of a menu. */
export const MENU_ITEM =
  'flex min-h-11 cursor-pointer items-center gap-2 rounded-[4px] px-3 text-sm outline-none select-none data-[highlighted]:bg-ground data-[highlighted]:outline-2 data-[highlighted]:-outline-offset-2 data-[highlighted]:outline-ink'

/** Things to do that are not worth a button each. `trigger` is the button that opens them. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={16}
          className="z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-appear overflow-y-auto rounded-control border border-hair bg-raised p-1 text-ink outline-none"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuItem({
  danger = false,
  onSelect,
  children,
}: {
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={`${MENU_ITEM} ${danger ? 'text-danger' : ''}`}>
      {children}
    </DropdownMenu.Item>
  )
}
