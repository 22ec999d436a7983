import { CAPTIONS, JSON_BODY, LIST, ONCE, RECORDING, SCRIPT, STREAM, WAIT } from '@/lib/openapi/examples'
import { Code } from '../code'
import { Section } from '../section'
import { Words } from '../words'

export function MakingVideos() {
  return (
    <Section
      id="making-videos"
      title="Making a video"
      code={
        <>
          <Code name="From a recording" code={RECORDING.script} />
          <Code name="From a script" code={SCRIPT.script} />
          <Code name="In JSON" code={JSON_BODY.script} />
        </>
      }
    >
      <p>
        <Words>
          A video is made from a portrait, `ref_image`, and exactly one thing to say: a recording, `input`, or
          a script, `input_tts`.
        </Words>
      </p>
      <ul className="list-disc space-y-2 pl-5 marker:text-quiet">
        <li>The portrait is a PNG, JPEG or WebP of at most 10 MB with a face at least a quarter as wide.</li>
        <li>
          The recording is AAC, WAV, MP3, FLAC or Opus, of at most 60 seconds; 36 MB as a file, 10 MB inline.
        </li>
        <li>The script has at most 5,000 characters and is spoken in at most 60 seconds.</li>
        <li>
          <Words>The size is `640x640`, `640x480` or `480x640`.</Words>
        </li>
      </ul>
      <p>
        <Words>
          Send a form with files, or JSON, in which a file is an http(s) address, a data URI or base64. In a
          form `input_tts` is JSON in a text field. Unknown fields are refused, so that a misspelt one is
          noticed.
        </Words>
      </p>
    </Section>
  )
}

export function Waiting() {
  return (
    <Section
      id="waiting"
      title="Waiting for it"
      code={
        <>
          <Code name="Until it ends" code={WAIT.script} />
          <Code name="What has been made" code={LIST.script} />
        </>
      }
    >
      <p>
        <Words>
          `status` goes from `queued` to `in_progress`, and ends as `completed` or `failed`. Meanwhile
          `progress` counts to 100, and `seconds_left` is the studio’s own estimate. Once a second is often
          enough; a webhook spares you the asking.
        </Words>
      </p>
      <p>
        <Words>
          A failed video says why in `error`, for people, and in `error_type`, for programs. A cancelled one
          is `failed` with `error_type` `cancelled`. Its inputs are kept: try it again by its id.
        </Words>
      </p>
    </Section>
  )
}

export function Streaming() {
  return (
    <Section
      id="streaming"
      title="Watching while it is made"
      code={<Code name="A live MP4" code={STREAM.script} />}
    >
      <p>
        <Words>
          `POST /v1/videos/stream` takes the same body and answers with the film itself: a fragmented MP4 that
          grows while it renders, which browsers play through Media Source Extensions as
          `avc1.64001E,mp4a.40.2`. The id is in the header `X-Video-Id`.
        </Words>
      </p>
      <p>
        The video is stored as any other. A client that hangs up loses the stream, not the video: ask for it
        by its id.
      </p>
    </Section>
  )
}

const VARIANTS: [string, string][] = [
  ['video', 'The MP4, H.264 and AAC. What you get without asking for a variant.'],
  ['thumbnail', 'A small picture for lists.'],
  ['poster', 'The first frame, in full size.'],
  ['portrait', 'The picture as it was sent. There from the start.'],
  ['audio', 'The sound alone, AAC in an M4A.'],
  ['captions.vtt', 'The script in phrases with their times, as WebVTT. Not for recordings.'],
  ['captions.srt', 'The same as SubRip.'],
]

export function Files() {
  return (
    <Section id="files" title="Files of a video" code={<Code name="Captions" code={CAPTIONS.script} />}>
      <p>
        <Words>
          {
            '`GET /v1/videos/{video_id}/content` answers with bytes, and with ranges of them, `HEAD` and conditional requests. `variant` chooses which:'
          }
        </Words>
      </p>
      <dl>
        {VARIANTS.map(([name, what]) => (
          <div key={name} className="grid gap-x-4 border-t border-hair py-2 sm:grid-cols-[8rem_1fr]">
            <dt className="font-mono text-sm leading-6">{name}</dt>
            <dd className="text-sm leading-6 text-quiet">{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export function Idempotency() {
  return (
    <Section
      id="idempotency"
      title="Sending it twice"
      code={<Code name="Once, whatever happens" code={ONCE.script} />}
    >
      <p>
        <Words>
          An answer can get lost. With the header `Idempotency-Key`, any text of at most 255 characters that
          you make up anew for each thing you want done, sending the same request again is safe: for 24 hours
          it is answered with the first answer, marked `idempotent-replayed: true`, and nothing is made a
          second time.
        </Words>
      </p>
      <ul className="list-disc space-y-2 pl-5 marker:text-quiet">
        <li>
          <Words>While the first request is still being answered: 409 `conflict` with `Retry-After`.</Words>
        </li>
        <li>
          <Words>The same key with another request: 422, `code` `idempotency_mismatch`.</Words>
        </li>
        <li>A refusal that may pass, such as 429 or 5xx, gives the key back: send it again as it is.</li>
      </ul>
    </Section>
  )
}
