import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { listKeys, revokeKey } from '@/components/api/keys'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { When } from '@/components/ui/when'
import type { ApiKeyView } from '@/lib/team/api-key-schema'
import { DocsLink } from './docs-link'
import { NewKey } from './new-key'
import { Nothing, Refusal, Section } from './section'

const KEYS = ['api-keys']

/** The keys that programs use the studio with. */
export function ApiKeys({
  initial,
  owner,
  address,
}: {
  initial: ApiKeyView[]
  owner: boolean
  address: string
}) {
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [news, setNews] = useState('')
  const { data: keys } = useQuery({
    queryKey: KEYS,
    queryFn: ({ signal }) => listKeys(signal),
    initialData: initial,
    gcTime: 0,
    refetchOnMount: false,
  })
  const change = (next: (before: ApiKeyView[]) => ApiKeyView[]) =>
    client.setQueryData<ApiKeyView[]>(KEYS, (before = []) => next(before))
  const revoking = useMutation({
    mutationFn: ({ id }: ApiKeyView) => revokeKey(id),
    onSuccess: (_, { id, name }) => {
      change((before) => before.filter((key) => key.id !== id))
      setNews(`The key ${name} was revoked.`)
      heading.current?.focus()
    },
  })

  return (
    <Section
      title="API keys"
      heading={heading}
      lead={
        <>
          A key lets a program use the studio as the person who made it.
          {owner && ' As the owner you see those of the whole team.'} What can be done with one is in{' '}
          <DocsLink />.
        </>
      }
    >
      {keys.length === 0 ? (
        <Nothing title="No keys yet">
          Make one for each program, so that it can be revoked without stopping the others.
        </Nothing>
      ) : (
        <ul className="border-t border-hair lg:-mt-2 lg:border-t-0">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} owner={owner} onRevoke={() => revoking.mutate(key)} />
          ))}
        </ul>
      )}
      <Refusal sentence={revoking.error && errorSentence(revoking.error)} />
      <p role="status" className="sr-only">
        {news}
      </p>
      <NewKey
        address={address}
        onMade={({ key: _shownOnce, ...made }) => change((before) => [made, ...before])}
      />
    </Section>
  )
}

function KeyRow({ apiKey, owner, onRevoke }: { apiKey: ApiKeyView; owner: boolean; onRevoke: () => void }) {
  const { name, prefix, created_by, created_at, last_used_at } = apiKey
  return (
    <li className="flex items-center gap-x-4 border-b border-hair py-2">
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="text-xs text-quiet tabular-nums">
          <span className="font-mono">{prefix}…</span> made {owner && `by ${created_by} `}
          <When at={created_at} />,{' '}
          {last_used_at === null ? (
            'never used'
          ) : (
            <>
              last used <When at={last_used_at} />
            </>
          )}
        </p>
      </div>
      <Confirm
        trigger={
          <Button look="danger" aria-label={`Revoke ${name}`} className="-mr-2">
            Revoke
          </Button>
        }
        question={`Revoke ${name}?`}
        consequence="Programs that use this key are refused from now on. This cannot be undone."
        action="Revoke the key"
        onConfirm={onRevoke}
      />
    </li>
  )
}
