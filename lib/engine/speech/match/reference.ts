import { StudioError } from '@/lib/boson/errors'
import { ACCEPTED, decodeSound } from '../../audio/decode-audio'
import { audibleSeconds } from '../../audio/silence'
import { profileOf, type VoiceProfile } from './voice-profile'

const MIN_SECONDS = 3
const LENGTH_TOLERANCE_SECONDS = 0.05
/** More of a clip tells little more of its voice, and takes longer. */
const HEARD_SECONDS = 30
/** Of a clip of speech about half is voiced; less than this is none, or a whisper. */
const MIN_VOICED_SECONDS = 0.6

/** A clip that speech can be matched to. */
export type Reference = { seconds: number; profile: VoiceProfile }

/**
 * Decodes a clip and finds out what the voice in its first half minute is like.
 * @throws StudioError with param `ref_audio`: `invalid_audio_format` (code `unreadable`), `empty_input` (code `too_short`
 *   under 3 s, `silent`, `no_voice` where nobody speaks with a voice).
 */
export async function readReference(bytes: Uint8Array): Promise<Reference> {
  const sound = await decodeSound(bytes)
  if (!sound) {
    throw new StudioError('invalid_audio_format', `The clip cannot be read. Use ${ACCEPTED}.`, {
      param: 'ref_audio',
      code: 'unreadable',
    })
  }
  const seconds = sound.samples.length / sound.sampleRate
  if (seconds < MIN_SECONDS - LENGTH_TOLERANCE_SECONDS) {
    throw refusal('too_short', `The clip is only ${seconds.toFixed(1)} seconds long.`)
  }
  const heard = { ...sound, samples: sound.samples.subarray(0, HEARD_SECONDS * sound.sampleRate) }
  if (audibleSeconds(heard) < MIN_VOICED_SECONDS) throw refusal('silent', 'Nothing can be heard in the clip.')
  const profile = profileOf(heard)
  if (profile.voicedSeconds < MIN_VOICED_SECONDS) {
    throw refusal('no_voice', 'No voice can be made out in the clip.')
  }
  return { seconds, profile }
}

function refusal(code: string, fault: string): StudioError {
  return new StudioError(
    'empty_input',
    `${fault} Use at least ${MIN_SECONDS} seconds of one person speaking.`,
    {
      param: 'ref_audio',
      code,
    },
  )
}
