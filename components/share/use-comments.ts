import { useCallback, useEffect, useState } from 'react'
import { readAnswer, request, unreachable } from '@/components/api/request'
import type { CommentList, NewComment } from '@/lib/share/comment-schema'

const schemas = () => import('@/lib/share/comment-schema')
const asCommentList = async () => (await schemas()).commentListSchema
const asComment = async () => (await schemas()).commentSchema

const LOOK_EVERY_MS = 15_000

/** What was said under a link, looked at anew now and then, and what a viewer can do with it. Null until it is known. */
export function useComments(token: string) {
  const address = `/s/${token}/comments`
  const [list, setList] = useState<CommentList | null>(null)

  const look = useCallback(
    (signal?: AbortSignal) =>
      request(address, asCommentList, { signal }).then(setList, () => {
        // The list stays as it was; the page itself says when the link is closed.
      }),
    [address],
  )
  useEffect(() => {
    const ended = new AbortController()
    look(ended.signal)
    const timer = setInterval(() => look(ended.signal), LOOK_EVERY_MS)
    return () => {
      ended.abort()
      clearInterval(timer)
    }
  }, [look])

  return {
    list,
    add: async (said: Partial<NewComment> & { at: number }) => {
      const headers = { 'content-type': 'application/json' }
      await request(address, asComment, { method: 'POST', headers, body: JSON.stringify(said) })
      await look()
    },
    remove: async (id: string) => {
      const response = await fetch(`${address}/${id}`, { method: 'DELETE' }).catch((cause: unknown) => {
        throw unreachable(cause)
      })
      if (!response.ok && response.status !== 404) {
        await readAnswer(response.status, await response.json().catch(() => null), asComment)
      }
      await look()
    },
  }
}
