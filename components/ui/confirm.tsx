'use client'

import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { Button } from './button'

/** Asks before something that cannot be taken back. `trigger` is the button that opens the question. */
export function Confirm({
  trigger,
  question,
  consequence,
  action,
  onConfirm,
}: {
  trigger: ReactNode
  question: string
  consequence: string
  action: string
  onConfirm: () => void
}) {
  const words = useWords(actionWords)
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-appear bg-[oklch(0.12_0.01_60/0.6)]" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 animate-appear rounded-media bg-raised p-6 text-ink">
          <AlertDialog.Title className="text-lg font-medium">{question}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-base text-quiet">
            {consequence}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button look="outline">{words.keep}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="primary" onClick={onConfirm}>
                {action}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
