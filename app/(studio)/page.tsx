import { asCustomVoice } from '@/components/api/voices'
import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { findPreset } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { provider } from '@/lib/provider/choose'
import { currentPace } from '@/lib/videos/queue-place'
import { listVoices } from '@/lib/voices/data'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  const { userId, teamId } = await requireMember()
  const [voices, custom, pace] = await Promise.all([
    provider(env.provider).voices(),
    listVoices(teamId),
    currentPace(),
  ])
  return (
    <Studio
      presets={voices.filter(({ id }) => findPreset(id))}
      added={voices.filter(({ id }) => !findPreset(id))}
      custom={custom.map(asCustomVoice)}
      person={userId}
      pace={pace}
      startWithSample={(await searchParams).start === 'sample'}
    />
  )
}
