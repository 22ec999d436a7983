import { StudioError } from '@/lib/boson/errors'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'
import { oembed, oembedQuerySchema } from '@/lib/share/oembed'
import { visitorOf } from '@/lib/share/visitor'

/** oEmbed for links of this studio, in JSON; XML is answered 501, as the specification has it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async ({ request }) => {
    const query = readQuery(request, oembedQuerySchema)
    if (query.format !== 'json') {
      const refused = new StudioError('invalid_request', 'Only JSON is served here: leave format out.', {
        param: 'format',
      })
      return json(refused.toBody(), 501)
    }
    return json(await oembed(query, visitorOf(request)))
  },
})
