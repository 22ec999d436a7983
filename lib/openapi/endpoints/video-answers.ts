import type { ErrorType } from '@/lib/boson/errors'
import { jsonAnswer } from '../endpoint'

export const VIDEO_ANSWER = { 200: jsonAnswer('The video.', 'StudioVideo') }

/** How a video can end badly. */
export const ENDINGS: ErrorType[] = [
  'cancelled',
  'insufficient_quota',
  'render_failed',
  'upstream_failed',
  'outcome_unknown',
]
