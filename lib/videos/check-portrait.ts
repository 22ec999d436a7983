import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { MAX_INLINE_BYTES } from '@/lib/boson/limits'
import { refusalOf } from '@/lib/boson/refusal'
import type { PortraitReport } from '@/lib/boson/schemas'
import { readSubmission } from '@/lib/http/submission'
import { inspectPortrait } from './inspect'

const LIMITS = { maxFileBytes: MAX_INLINE_BYTES, maxFieldBytes: 1024 }
const fieldsSchema = z.strictObject({ ref_image: z.string() })

/**
 * Answers `POST /v1/portraits/check`, a form with one picture of which nothing is kept.
 * @throws StudioError where it is no picture, or no face in it can be animated.
 */
export async function checkPortrait(request: Request): Promise<PortraitReport> {
  const { picture, files } = await readSubmission(request, LIMITS, ({ fields, uploads, files }) => {
    const parsed = fieldsSchema.safeParse(fields)
    if (!parsed.success) throw refusalOf(parsed.error)
    const picture = uploads.ref_image
    if (!picture) {
      throw new StudioError('invalid_request', 'ref_image is not an uploaded file.', { param: 'ref_image' })
    }
    return { picture, files }
  })
  try {
    return (await inspectPortrait(picture)).report
  } finally {
    await files.discard()
  }
}
