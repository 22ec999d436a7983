import type { Metadata } from 'next'
import { Settings } from '@/components/settings/settings'
import { requireMember } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { countPronunciations } from '@/lib/pronunciations/data'
import { listApiKeys } from '@/lib/team/api-keys'
import { listWebhooks } from '@/lib/webhooks/data'
import { requestWords } from '@/lib/words/request-language'
import { settingsWords } from '@/lib/words/settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(settingsWords)).settings }
}

export default async function SettingsPage() {
  const member = await requireMember('/settings')
  const [dictionary, keys, webhooks] = await Promise.all([
    countPronunciations(member.teamId),
    listApiKeys(member),
    listWebhooks(member.teamId),
  ])
  return (
    <Settings
      dictionary={dictionary}
      keys={keys}
      webhooks={webhooks}
      owner={member.role === 'owner'}
      address={env.publicUrl}
    />
  )
}
