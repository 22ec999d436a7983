import 'server-only'
import { refusalOf } from '@/lib/boson/refusal'
import { createVoiceSchema } from '@/lib/boson/requests'
import { MAX_INLINE_BYTES } from '@/lib/boson/schemas'
import { bodyKind } from '@/lib/http/body-kind'
import { InputFiles, type Source } from '@/lib/http/input-file'
import { readJson } from '@/lib/http/json-body'
import { readForm } from '@/lib/http/multipart'
import { temporaryDirectory } from '@/lib/storage/files'

/** A body of `POST /v1/audio/voices`; nothing fetched, decoded or inspected yet. */
export type VoiceBody = { clip: Source; refText: string; description: string | null; files: InputFiles }

const MAX_JSON_BYTES = Math.ceil((MAX_INLINE_BYTES * 4) / 3) + 64 * 1024

/** Reads it as JSON or multipart. */
export async function readVoiceBody(request: Request): Promise<VoiceBody> {
  if (bodyKind(request, 'json', 'form') === 'json') {
    return interpret(await readJson(request, MAX_JSON_BYTES), undefined, new InputFiles())
  }
  const form = await readForm(request, {
    directory: temporaryDirectory(),
    maxFileBytes: MAX_INLINE_BYTES,
    maxFieldBytes: MAX_JSON_BYTES,
  })
  const files = new InputFiles(Object.values(form.files))
  try {
    // Uploads stand in the body by name only, so that one schema judges both kinds of request.
    const names = Object.fromEntries(Object.keys(form.files).map((name) => [name, 'upload']))
    return interpret({ ...form.fields, ...names }, form.files.ref_audio, files)
  } catch (error) {
    await files.discard()
    throw error
  }
}

function interpret(value: unknown, upload: Source | undefined, files: InputFiles): VoiceBody {
  const parsed = createVoiceSchema.safeParse(value)
  if (!parsed.success) throw refusalOf(parsed.error)
  const { ref_audio, ref_text, description } = parsed.data
  return { clip: upload ?? ref_audio, refText: ref_text, description: description ?? null, files }
}
