import { asCustomVoice } from '@/components/api/voices'
import { Studio } from '@/components/studio/studio'
import { requireMember } from '@/lib/auth/session'
import { findPreset } from '@/lib/engine/speech/presets'
import { provider } from '@/lib/provider/choose'
import { engineOffers } from '@/lib/videos/offers'
import { listVoices } from '@/lib/voices/data'
import { presetVoiceWords, shownPreset } from '@/lib/words/preset-voices'
import { requestWords } from '@/lib/words/request-language'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  const { userId, teamId } = await requireMember()
  const [voices, custom, engines, words] = await Promise.all([
    // Boson's are among those of this studio's own engine.
    provider('local').voices(),
    listVoices(teamId),
    engineOffers(),
    requestWords(presetVoiceWords),
  ])
  const presets = voices.filter(({ id }) => findPreset(id))
  return (
    <Studio
      presets={presets.map((voice) => shownPreset(voice, words))}
      added={voices.filter(({ id }) => !findPreset(id))}
      custom={custom.map(asCustomVoice)}
      person={userId}
      engines={engines}
      startWithSample={(await searchParams).start === 'sample'}
    />
  )
}
