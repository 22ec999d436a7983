'use client'

import { useWords } from '@/components/words/language'
import type { ApiKeyView } from '@/lib/team/api-key-schema'
import type { WebhookView } from '@/lib/webhooks/schema'
import { settingsWords } from '@/lib/words/settings'
import { ApiKeys } from './api-keys'
import { LanguagePicker } from './language-picker'
import { PronunciationsLink } from './pronunciations-link'
import { Webhooks } from './webhooks'

/** How words are said; how programs use the studio, and how it tells them. */
export function Settings({
  dictionary,
  keys,
  webhooks,
  owner,
  address,
}: {
  /** How many there are in the team's dictionary. */
  dictionary: number
  keys: ApiKeyView[]
  webhooks: WebhookView[]
  /** Whether the keys are those of the whole team. */
  owner: boolean
  /** Where programs reach the studio. */
  address: string
}) {
  const words = useWords(settingsWords)
  return (
    <main className="max-w-[90rem] px-4 pb-16 lg:px-10">
      <div className="flex min-h-20 items-center">
        <h1 className="text-xl font-medium tracking-[-0.01em]">{words.settings}</h1>
      </div>
      <PronunciationsLink count={dictionary} />
      <ApiKeys initial={keys} owner={owner} address={address} />
      <Webhooks initial={webhooks} />
      <LanguagePicker />
    </main>
  )
}
