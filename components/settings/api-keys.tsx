import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { listKeys, revokeKey } from '@/components/api/keys'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { ApiKeyView } from '@/lib/team/api-key-schema'
import { apiKeyWords } from '@/lib/words/api-keys'
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
  const words = useWords(apiKeyWords)
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
      setNews(words.revoked(name))
      heading.current?.focus()
    },
  })

  return (
    <Section
      title={words.keys}
      heading={heading}
      lead={
        <>
          {words.lead} {owner && words.ownersLead} {sentenceWith(words.more, <DocsLink />)}
        </>
      }
    >
      {keys.length === 0 ? (
        <Nothing title={words.none}>{words.noneWhy}</Nothing>
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
  const words = useWords(apiKeyWords)
  const { name, prefix, created_by, created_at, last_used_at } = apiKey
  const key = <span className="font-mono">{prefix}…</span>
  const made = <When at={created_at} />
  return (
    <li className="flex items-center gap-x-4 border-b border-hair py-2">
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="text-xs text-quiet tabular-nums">
          {owner
            ? sentenceWith((of, time) => words.madeBy(of, created_by, time), key, made)
            : sentenceWith(words.made, key, made)}
          {', '}
          {last_used_at === null ? words.neverUsed : sentenceWith(words.lastUsed, <When at={last_used_at} />)}
        </p>
      </div>
      <Confirm
        trigger={
          <Button look="danger" aria-label={words.revokeNamed(name)} className="-mr-2">
            {words.revoke}
          </Button>
        }
        question={words.revokeQuestion(name)}
        consequence={words.revokeConsequence}
        action={words.revokeKey}
        onConfirm={onRevoke}
      />
    </li>
  )
}
