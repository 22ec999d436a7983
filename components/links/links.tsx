'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import NextLink from 'next/link'
import { createLink, listLinks } from '@/components/api/links'
import { errorSentence } from '@/components/api/request'
import { Button, buttonClass } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Link } from '@/lib/share/schema'
import { linkWords } from '@/lib/words/links'
import { LinkRow } from './link-row'

/** The links of one video: who may watch it, and for how long. */
export function Links({ id, unfinished }: { id: string; unfinished: boolean }) {
  const words = useWords(linkWords)
  const client = useQueryClient()
  const key = ['links', id]
  const links = useQuery({ queryKey: key, queryFn: ({ signal }) => listLinks(id, signal) })
  const creating = useMutation({
    mutationFn: () => createLink(id),
    onSuccess: (link) => client.setQueryData<Link[]>(key, (before = []) => [link, ...before]),
  })
  const remember = (changed: Link) =>
    client.setQueryData<Link[]>(key, (before = []) =>
      before.map((link) => (link.id === changed.id ? changed : link)),
    )
  const error = creating.error ?? links.error

  return (
    <section id="share" className="scroll-mt-6">
      <h2 className="text-sm font-medium">{words.share}</h2>
      <p className="measure mt-1 text-sm text-quiet">
        {words.anyone} {unfinished && words.mayBeSentNow}
      </p>
      {links.data && links.data.length > 0 && (
        <ul className="mt-3 border-t border-hair">
          {links.data.map((link) => (
            <LinkRow key={link.id} link={link} onChanged={remember} />
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {errorSentence(error)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-2">
        <Button disabled={creating.isPending} onClick={() => creating.mutate()}>
          <Link2 size={16} strokeWidth={1.5} aria-hidden />
          {words.create}
        </Button>
        <NextLink href="/links" className={buttonClass('plain')}>
          {words.allOfTeam}
        </NextLink>
      </div>
    </section>
  )
}
