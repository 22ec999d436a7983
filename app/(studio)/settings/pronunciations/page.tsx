import type { Metadata } from 'next'
import { Pronunciations } from '@/components/pronunciations/pronunciations'
import { requireMember } from '@/lib/auth/session'
import { PRESETS } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { listPronunciations } from '@/lib/pronunciations/data'

export const metadata: Metadata = { title: 'Pronunciations' }

export default async function PronunciationsPage() {
  const { teamId } = await requireMember('/settings/pronunciations')
  const voices = PRESETS.map(({ id, name }) => ({ id, name }))
  return (
    <Pronunciations
      initial={await listPronunciations(teamId)}
      voices={voices}
      soundsAreSaid={env.provider === 'local'}
    />
  )
}
