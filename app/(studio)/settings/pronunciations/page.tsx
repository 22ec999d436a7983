import type { Metadata } from 'next'
import { Pronunciations } from '@/components/pronunciations/pronunciations'
import { requireMember } from '@/lib/auth/session'
import { PRESETS } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { listPronunciations } from '@/lib/pronunciations/data'
import { pronunciationWords } from '@/lib/words/pronunciations'
import { requestWords } from '@/lib/words/request-language'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords(pronunciationWords)).pronunciations }
}

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
