import type { StudioVideo } from '@/lib/boson/schemas'

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

/** What a video that did not come to be has cost, as far as this studio can know. */
export function chargeSentence({
  provider,
  error_type,
}: Pick<StudioVideo, 'provider' | 'error_type'>): string {
  if (provider === 'local') return 'Nothing was charged: this studio’s own engine costs nothing.'
  if (error_type && REFUSED.has(error_type)) return 'Boson did not accept the order, so nothing was charged.'
  if (error_type === 'outcome_unknown')
    return 'Whether Boson accepted and charged it is not known. Look at the usage in your Boson account before trying again.'
  return 'Boson may have charged for what was begun. The usage in your Boson account says so.'
}

/** What would mend it, where trying the same again would not; null where that makes sense. */
export function fixWords({ error_type }: Pick<StudioVideo, 'error_type'>): string | null {
  if (error_type === 'invalid_image_format') return 'Choose another portrait'
  if (error_type === 'input_too_long') return 'Shorten the script'
  if (error_type === 'audio_too_long') return 'Shorten what is said'
  if (error_type === 'empty_input') return 'Write something to say'
  if (error_type === 'unknown_voice') return 'Choose another voice'
  return null
}
