import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Copy, Link2 } from 'lucide-react'
import { errorSentence } from '@/components/api/request'
import { createLink, listLinks, revokeLink } from '@/components/api/videos'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useCopy } from '@/components/ui/use-copy'
import { When } from '@/components/ui/when'
import type { Link } from '@/lib/boson/schemas'

/** Links that let anyone watch, without an account, until they are revoked. */
export function Links({ id }: { id: string }) {
  const client = useQueryClient()
  const key = ['links', id]
  const links = useQuery({ queryKey: key, queryFn: ({ signal }) => listLinks(id, signal) })
  const creating = useMutation({
    mutationFn: () => createLink(id),
    onSuccess: (link) => client.setQueryData<Link[]>(key, (before = []) => [link, ...before]),
  })
  const revoking = useMutation({
    mutationFn: (linkId: string) => revokeLink(id, linkId),
    onSuccess: (_, linkId) =>
      client.setQueryData<Link[]>(key, (before = []) => before.filter((link) => link.id !== linkId)),
  })
  const error = creating.error ?? revoking.error ?? links.error

  return (
    <section id="share" className="scroll-mt-6">
      <h2 className="text-sm font-medium">Share</h2>
      <p className="measure mt-1 text-sm text-quiet">
        Anyone with a link can watch, without an account, until you revoke it.
      </p>
      {links.data && links.data.length > 0 && (
        <ul className="mt-3 border-t border-hair">
          {links.data.map((link) => (
            <LinkRow key={link.id} link={link} onRevoke={() => revoking.mutate(link.id)} />
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {errorSentence(error)}
        </p>
      )}
      <Button className="mt-4" disabled={creating.isPending} onClick={() => creating.mutate()}>
        <Link2 size={16} strokeWidth={1.5} aria-hidden />
        Create link
      </Button>
    </section>
  )
}

function LinkRow({ link, onRevoke }: { link: Link; onRevoke: () => void }) {
  const { copied, copy } = useCopy(link.url)

  return (
    <li className="flex flex-wrap items-center gap-x-2 border-b border-hair py-1">
      <div className="min-w-0 flex-[1_1_15rem] py-1.5 text-sm">
        <a
          href={link.url}
          target="_blank"
          rel="noreferrer"
          className="block truncate underline decoration-strong underline-offset-4 hover:decoration-ink"
        >
          {link.url}
        </a>
        <p className="text-xs text-quiet">
          <When at={link.created_at} />
        </p>
      </div>
      <Button look="plain" onClick={copy}>
        {copied ? (
          <Check size={16} strokeWidth={1.5} aria-hidden />
        ) : (
          <Copy size={16} strokeWidth={1.5} aria-hidden />
        )}
        Copy link
      </Button>
      <Confirm
        trigger={<Button look="danger">Revoke</Button>}
        question="Revoke this link?"
        consequence="Whoever has it can no longer watch the video. A new link can be made at any time."
        action="Revoke the link"
        onConfirm={onRevoke}
      />
      <p role="status" className={copied === null ? 'sr-only' : 'w-full pb-1.5 text-xs text-quiet'}>
        {copied === true && 'Copied'}
        {copied === false &&
          'This browser does not allow copying here. Select the address and copy it by hand.'}
      </p>
    </li>
  )
}
