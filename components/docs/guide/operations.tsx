import { ERROR_STATUS, type ErrorType, isErrorType } from '@/lib/boson/errors'
import { ERROR_GUIDE, groupByStatus } from '@/lib/openapi/error-guide'
import { OPENAI_CLIENT, VERIFY_SIGNATURE, WEBHOOK } from '@/lib/openapi/examples'
import { Code } from '../code'
import { Section } from '../section'
import { Mono, Words } from '../words'

/** How a video can end badly after it was taken: values of `error_type` only, never statuses of answers. */
const ENDINGS: ErrorType[] = ['render_failed', 'outcome_unknown', 'cancelled']

const ERROR_BODY = `{
  "error": {
    "type": "invalid_image_format",
    "code": "no_face",
    "param": "ref_image",
    "message": "No face was found in this picture. Use a photo of one person looking at the camera."
  }
}`

export function Errors() {
  const answers = Object.keys(ERROR_GUIDE)
    .filter(isErrorType)
    .filter((type) => !ENDINGS.includes(type))
  return (
    <Section id="errors" title="Errors" code={<Code name="The body of every error" code={ERROR_BODY} />}>
      <p>
        <Words>
          Whatever is refused says so with a status and a JSON body. `message` is a sentence for people;
          programs look at `type`, which never changes its meaning, and at `code`, where there is a finer
          distinction. `param` names the field at fault.
        </Words>
      </p>
      {[...groupByStatus(answers)].map(([status, types]) => (
        <ErrorGroup key={status} id={`error-${status}`} title={String(status)} types={types} />
      ))}
      <ErrorGroup
        id="error-endings"
        title="A video’s error_type, besides those above"
        types={Object.keys(ERROR_STATUS)
          .filter(isErrorType)
          .filter((type) => ENDINGS.includes(type))}
      />
    </Section>
  )
}

function ErrorGroup({ id, title, types }: { id: string; title: string; types: ErrorType[] }) {
  return (
    <div id={id} className="scroll-mt-2 border-t border-hair pt-3">
      <h3 className="text-sm font-medium">{title}</h3>
      <dl>
        {types.map((type) => (
          <div key={type} className="grid gap-x-4 py-2 sm:grid-cols-[12rem_1fr]">
            <dt>
              <Mono>{type}</Mono>
            </dt>
            <dd className="text-sm">
              <Words>{ERROR_GUIDE[type].when}</Words>{' '}
              <span className="text-quiet">
                <Words>{ERROR_GUIDE[type].remedy}</Words>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** `perMinute` is 0 where there is no limit; `queue` are the videos that may be unfinished at once. */
export function Limits({ perMinute, queue }: { perMinute: number; queue: { team: number; all: number } }) {
  const headers = `RateLimit-Limit: ${perMinute}\nRateLimit-Remaining: ${Math.max(0, perMinute - 13)}\nRateLimit-Reset: 41`
  return (
    <Section
      id="limits"
      title="Limits"
      code={perMinute > 0 && <Code name="Headers of every answer" code={headers} />}
    >
      {perMinute > 0 ? (
        <p>
          <Words>
            {`A key may make ${perMinute} requests a minute here; every answer says how many are left. Over the limit a request is answered 429 \`rate_limit_exceeded\` with \`Retry-After\`. Downloads do not count.`}
          </Words>
        </p>
      ) : (
        <p>There is no limit on how often you may ask here.</p>
      )}
      <p>
        <Words>
          {`Up to ${queue.team} videos of a team, and ${queue.all} in all, can be unfinished at once. More are answered 429 \`all_replicas_busy\` with \`Retry-After\`; nothing has been made then.`}
        </Words>
      </p>
      <p>
        <Words>
          Every answer has an `x-request-id`. It is in the studio’s log: whoever runs it can find out what
          happened.
        </Words>
      </p>
    </Section>
  )
}

export function Webhooks() {
  return (
    <Section
      id="webhooks"
      title="Webhooks"
      code={
        <>
          <Code name="Add one" code={WEBHOOK.script} />
          <Code name="verify.mjs" code={VERIFY_SIGNATURE} />
        </>
      }
    >
      <p>
        <Words>
          Instead of asking, be told: the studio sends `video.completed` and `video.failed` to an address of
          yours, with the video as `data`. Answer with any 2xx within a few seconds; do the work afterwards.
          The same event can arrive twice: its `webhook-id` tells.
        </Words>
      </p>
      <p>
        <Words>
          Anything but 2xx is tried again, eight times in all over about a day. 410 pauses the webhook. Each
          try is listed with what came of it, can be sent again, and is kept for 30 days.
        </Words>
      </p>
      <p>
        <Words>
          Deliveries are signed as Standard Webhooks has it: `webhook-signature` is `v1,` and the base64 of
          the HMAC-SHA256 of id, timestamp and body, under the secret you got once. Check it, and that the
          timestamp is not older than five minutes. After a rotation the old secret signs as well for a day,
          beside the new one.
        </Words>
      </p>
    </Section>
  )
}

export function Clients() {
  return (
    <Section
      id="clients"
      title="Clients you have"
      code={<Code name="The openai client" code={OPENAI_CLIENT} />}
    >
      <p>
        <Words>
          Programs for Boson’s API work unchanged with this address and key in place of Boson’s. OpenAI’s
          official client works too, with `baseURL` set: retrieving, listing, downloading and deleting videos,
          speech, models, and `webhooks.unwrap`.
        </Words>
      </p>
      <p>
        <Words>
          Everything below is in a document that programs can read: `GET /v1/openapi.json`, OpenAPI 3.0.3.
        </Words>
      </p>
    </Section>
  )
}
