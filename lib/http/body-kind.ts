import 'server-only'
import { StudioError } from '@/lib/boson/errors'

const MEDIA_TYPES = { json: 'application/json', form: 'multipart/form-data' } as const
export type BodyKind = keyof typeof MEDIA_TYPES

/**
 * Which of the kinds a route accepts the body is, by its Content-Type. Throws `invalid_request`, naming what is accepted,
 * for any other, for none, and for a compressed body.
 */
export function bodyKind<Kind extends BodyKind>(request: Request, ...accepted: Kind[]): Kind {
  const wanted = accepted.map((kind) => MEDIA_TYPES[kind]).join(' or ')
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const kind = accepted.find((each) => MEDIA_TYPES[each] === given)
  if (!kind) {
    const problem = given ? `A body of type ${given} is not accepted` : 'The request has no Content-Type'
    throw new StudioError('invalid_request', `${problem}: send ${wanted}.`, { param: 'Content-Type' })
  }
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase()
  if (encoding && encoding !== 'identity') {
    throw new StudioError('invalid_request', 'A compressed body is not accepted: send it as it is.', {
      param: 'Content-Encoding',
    })
  }
  return kind
}
