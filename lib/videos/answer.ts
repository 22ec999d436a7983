import 'server-only'
import { type KeepAnswer, once } from '@/lib/http/idempotency'
import { json } from '@/lib/http/route'
import type { CreateOptions } from './create'
import type { VideoBody } from './request'
import type { VideoRow } from './row'
import { toStudioVideo } from './view'

type Making = {
  request: Request
  teamId: string
  body: Pick<VideoBody, 'fingerprint'>
  make: (options: CreateOptions) => Promise<VideoRow>
}

/** Makes a video once for the request's `Idempotency-Key` and answers with it; video and answer appear together. */
export function answerWithVideo({ request, teamId, body, make }: Making): Promise<Response> {
  const run = async (keepAnswer: KeepAnswer) => {
    const onMade: CreateOptions['onMade'] = (transaction, row) => keepAnswer(transaction, toStudioVideo(row))
    return json(toStudioVideo(await make({ onMade })))
  }
  return once({ request, teamId, asked: body.fingerprint, run })
}
