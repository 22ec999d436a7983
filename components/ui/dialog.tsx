'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/**
 * A question or an answer that takes the whole attention. Escape closes it; a click beside it does not, because what it
 * shows may be shown only once.
 */
export function Dialog({
  open,
  onClose,
  title,
  lead,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  lead: ReactNode
  children: ReactNode
}) {
  return (
    <Radix.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-[oklch(0.12_0.01_60/0.6)]" />
        <Radix.Content
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 animate-appear overflow-y-auto rounded-media bg-raised p-6 text-ink outline-none"
        >
          <Radix.Title className="text-lg font-medium">{title}</Radix.Title>
          <Radix.Description className="mt-1 text-base text-quiet">{lead}</Radix.Description>
          <div className="mt-6">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
