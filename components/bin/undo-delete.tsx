'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { returnToLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { updateVideos } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { actionWords } from '@/lib/words/actions'
import { binWords } from '@/lib/words/bin'
import { type Deleted, rememberDeleted, useLastDeleted } from './last-deleted'

/** The line at the foot of any page after something was deleted. It stays until it is used or put away. */
export function UndoDelete() {
  const words = useWords(binWords)
  const acts = useWords(actionWords)
  const client = useQueryClient()
  const deleted = useLastDeleted()
  const undoing = useMutation({
    mutationFn: async (videos: Deleted) => {
      const ids = videos.map(({ id }) => id)
      await returnToLists(client, await updateVideos({ ids, deleted: false }))
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
          {isOpen &&
            (deleted.length === 1 ? words.isInBin(deleted[0].title) : words.areInBin(deleted.length))}
        </p>
        {undoing.error && (
          <p role="alert" className="text-sm text-danger">
            {errorSentence(undoing.error)}
          </p>
        )}
        {isOpen && (
          <>
            <Button look="link" disabled={undoing.isPending} onClick={() => undoing.mutate(deleted)}>
              {acts.undo}
            </Button>
            <Button look="plain" aria-label={acts.close} className="px-3" onClick={() => rememberDeleted([])}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
