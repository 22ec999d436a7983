import { useMutation } from '@tanstack/react-query'
import { rotateLink, updateLink } from '@/components/api/links'
import type { Link } from '@/lib/share/schema'

/** What can be done with a link. Nobody is told that it is revoked before it is: `onChanged` hears of the link as it is. */
export function useLinkActions(link: Link, onChanged: (link: Link) => void) {
  const revoking = useMutation({
    mutationFn: (revoked: boolean) => updateLink(link, { revoked }),
    onSuccess: onChanged,
  })
  const rotating = useMutation({ mutationFn: () => rotateLink(link), onSuccess: onChanged })
  return {
    setRevoked: revoking.mutate,
    rotate: () => rotating.mutate(),
    rotated: rotating.isSuccess,
    busy: revoking.isPending || rotating.isPending,
    error: revoking.error ?? rotating.error,
  }
}
