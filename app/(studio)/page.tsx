import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { PRESETS } from '@/lib/engine/speech/presets'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  await requireMember()
  const voices = PRESETS.map(({ id, name, description }) => ({ id, name, description }))
  return <Studio voices={voices} startWithSample={(await searchParams).start === 'sample'} />
}
