import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { findPreset } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { provider } from '@/lib/provider/choose'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  await requireMember()
  const voices = await provider(env.provider).voices()
  return (
    <Studio
      presets={voices.filter(({ id }) => findPreset(id))}
      added={voices.filter(({ id }) => !findPreset(id))}
      startWithSample={(await searchParams).start === 'sample'}
    />
  )
}
