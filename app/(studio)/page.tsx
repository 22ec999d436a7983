import { asCustomVoice } from '@/components/api/voices'
import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { findPreset } from '@/lib/engine/speech/presets'
import { env } from '@/lib/env'
import { provider } from '@/lib/provider/choose'
import { currentPace } from '@/lib/videos/queue-place'
import { listVoices } from '@/lib/voices/data'
import { presetVoiceWords, shownPreset } from '@/lib/words/preset-voices'
import { requestWords } from '@/lib/words/request-language'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  const { userId, teamId } = await requireMember()
  const [voices, custom, pace, words] = await Promise.all([
    provider(env.provider).voices(),
    listVoices(teamId),
    currentPace(),
    requestWords(presetVoiceWords),
  ])
  const presets = voices.filter(({ id }) => findPreset(id))
  return (
    <Studio
      presets={presets.map((voice) => shownPreset(voice, words))}
      added={voices.filter(({ id }) => !findPreset(id))}
      custom={custom.map(asCustomVoice)}
      person={userId}
      pace={pace}
      startWithSample={(await searchParams).start === 'sample'}
    />
  )
}
