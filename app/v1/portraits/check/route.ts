import { authorised } from '@/lib/auth/authorised'
import { StudioError } from '@/lib/boson/errors'
import { MAX_INLINE_BYTES } from '@/lib/boson/schemas'
import { discard, readForm } from '@/lib/http/multipart'
import { json, routes } from '@/lib/http/route'
import { temporaryDirectory } from '@/lib/storage/files'
import { inspectPortrait } from '@/lib/videos/inspect'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What the engine sees in a picture, before anything is made or kept: the face, or why it cannot be animated. */
  POST: authorised(async ({ request }) => {
    const form = await readForm(request, {
      directory: temporaryDirectory(),
      maxFileBytes: MAX_INLINE_BYTES,
      maxFieldBytes: 1024,
    })
    try {
      const stranger = [...Object.keys(form.fields), ...Object.keys(form.files)].find(
        (name) => name !== 'ref_image',
      )
      if (stranger) {
        throw new StudioError('invalid_request', `There is no field named ${stranger}. Leave it out.`, {
          param: stranger,
        })
      }
      const file = form.files.ref_image
      if (!file) throw new StudioError('invalid_request', 'ref_image is missing.', { param: 'ref_image' })
      return json((await inspectPortrait(file)).report)
    } finally {
      await discard(form)
    }
  }),
})
