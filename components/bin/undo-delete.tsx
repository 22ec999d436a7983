'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { returnToLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { restoreVideo } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { type Deleted, rememberDeleted, useLastDeleted } from './last-deleted'

/** The line at the foot of any page after something was deleted. It stays until it is used or put away. */
export function UndoDelete() {
  const client = useQueryClient()
  const deleted = useLastDeleted()
  const undoing = useMutation({
    mutationFn: async (videos: Deleted) => {
      for (const { id } of videos) await returnToLists(client, [await restoreVideo(id)])
    },
    onSuccess: () => rememberDeleted([]),
  })
  const isOpen = deleted.length > 0

  return (
    <div
      className={
        isOpen
          ? 'fixed inset-x-4 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100%-2rem)] animate-appear'
          : ''
      }
    >
      <div
        data-theme="stage"
        className={isOpen ? 'flex min-w-0 items-center gap-2 rounded-control bg-raised pl-4 text-ink' : ''}
      >
        <p aria-live="polite" className="min-w-0 truncate text-sm">
          {isOpen && sentence(deleted)}
        </p>
        {undoing.error && (
          <p role="alert" className="text-sm text-danger">
            {errorSentence(undoing.error)}
          </p>
        )}
        {isOpen && (
          <>
            <Button look="link" disabled={undoing.isPending} onClick={() => undoing.mutate(deleted)}>
              Undo
            </Button>
            <Button look="plain" aria-label="Close" className="px-3" onClick={() => rememberDeleted([])}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function sentence(deleted: Deleted): string {
  return deleted.length === 1
    ? `“${deleted[0].title}” is in the bin`
    : `${deleted.length} videos are in the bin`
}
