import type { Metadata } from 'next'
import { Settings } from '@/components/settings/settings'
import { requireMember } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { countPronunciations } from '@/lib/pronunciations/data'
import { listApiKeys } from '@/lib/team/api-keys'
import { listWebhooks } from '@/lib/webhooks/data'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const member = await requireMember('/settings')
  const [words, keys, webhooks] = await Promise.all([
    countPronunciations(member.teamId),
    listApiKeys(member),
    listWebhooks(member.teamId),
  ])
  return (
    <Settings
      words={words}
      keys={keys}
      webhooks={webhooks}
      owner={member.role === 'owner'}
      address={env.publicUrl}
    />
  )
}
