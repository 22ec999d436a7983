import type { StudioVideo } from '@/lib/boson/schemas'
import type { failureWords } from '@/lib/words/failure'

/** Errors that Boson gives before it accepts anything. */
const REFUSED = new Set([
  'all_replicas_busy',
  'audio_too_long',
  'empty_input',
  'input_too_long',
  'insufficient_quota',
  'invalid_api_key',
  'invalid_audio_format',
  'invalid_image_format',
  'invalid_size',
  'invalid_url',
  'model_not_found',
  'payload_too_large',
  'permission_denied',
  'rate_limit_exceeded',
  'unknown_voice',
])

type Words = (typeof failureWords)['en']

/** What a video that did not come to be has cost, as far as this studio can know. */
export function chargeOf({
  provider,
  error_type,
}: Pick<StudioVideo, 'provider' | 'error_type'>): keyof Words['charge'] {
  if (provider === 'local') return 'free'
  if (error_type && REFUSED.has(error_type)) return 'refused'
  return error_type === 'outcome_unknown' ? 'unknown' : 'begun'
}

/** What would mend it, where trying the same again would not; null where that makes sense. */
export function fixOf({ error_type }: Pick<StudioVideo, 'error_type'>): keyof Words['fixes'] | null {
  if (error_type === 'invalid_image_format') return 'portrait'
  if (error_type === 'input_too_long') return 'script'
  if (error_type === 'audio_too_long') return 'length'
  if (error_type === 'empty_input') return 'speech'
  if (error_type === 'unknown_voice') return 'voice'
  return null
}
