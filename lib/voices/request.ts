import 'server-only'
import { MAX_INLINE_BYTES } from '@/lib/boson/limits'
import { refusalOf } from '@/lib/boson/refusal'
import { createVoiceSchema } from '@/lib/boson/requests'
import type { InputFiles, Source } from '@/lib/http/input-file'
import { readSubmission } from '@/lib/http/submission'

/** A body of `POST /v1/audio/voices`; nothing fetched, decoded or inspected yet. */
export type VoiceBody = { clip: Source; refText: string; description: string | null; files: InputFiles }

const MAX_JSON_BYTES = Math.ceil((MAX_INLINE_BYTES * 4) / 3) + 64 * 1024
const LIMITS = { maxJsonBytes: MAX_JSON_BYTES, maxFileBytes: MAX_INLINE_BYTES, maxFieldBytes: MAX_JSON_BYTES }

/** Reads it as JSON or multipart. */
export function readVoiceBody(request: Request): Promise<VoiceBody> {
  return readSubmission(request, LIMITS, ({ fields, uploads, files }) => {
    const parsed = createVoiceSchema.safeParse(fields)
    if (!parsed.success) throw refusalOf(parsed.error)
    const { ref_audio, ref_text, description } = parsed.data
    return {
      clip: uploads.ref_audio ?? ref_audio,
      refText: ref_text,
      description: description ?? null,
      files,
    }
  })
}
