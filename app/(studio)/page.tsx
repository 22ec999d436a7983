import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { findPreset } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { provider } from '@/lib/provider/choose'
import { currentPace } from '@/lib/videos/queue-place'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  await requireMember()
  const [voices, pace] = await Promise.all([provider(env.provider).voices(), currentPace()])
  return (
    <Studio
      presets={voices.filter(({ id }) => findPreset(id))}
      added={voices.filter(({ id }) => !findPreset(id))}
      pace={pace}
      startWithSample={(await searchParams).start === 'sample'}
    />
  )
}
