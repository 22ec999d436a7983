import Link from 'next/link'
import { DOWNLOAD, SCRIPT, WAIT } from '@/lib/openapi/examples'
import { Code } from '../code'
import { Section } from '../section'
import { Words } from '../words'

/** From nothing to a video on the disk. `url` is the studio's address. */
export function QuickStart({ url }: { url: string }) {
  return (
    <Section
      id="quick-start"
      title="Quick start"
      code={
        <>
          <Code name="Address and key" code={`export URL=${url}\nexport KEY=avs-…`} />
          <Code name="Make a video" code={SCRIPT.script} />
          <Code name="Wait for it" code={`export VIDEO_ID=video_…\n${WAIT.script}`} />
          <Code name="Save it" code={DOWNLOAD.script} />
        </>
      }
    >
      <p>
        You need an API key, a photo of a face, and something to say. The examples are for a shell, and each
        of them runs as it stands once <Words>`URL` and `KEY` are set.</Words>
      </p>
      <ol className="list-decimal space-y-2 pl-5 marker:text-quiet">
        <li>
          Make a key in{' '}
          <Link
            href="/settings"
            className="underline decoration-strong underline-offset-4 hover:decoration-ink"
          >
            the studio’s settings
          </Link>
          . It is shown once.
        </li>
        <li>
          <Words>
            Send the photo and the words. The answer is a video with `"status": "queued"` and an `id`.
          </Words>
        </li>
        <li>
          <Words>
            Ask for it until its status is `completed` or `failed`. A few seconds of video take a few seconds.
          </Words>
        </li>
        <li>Download the MP4.</li>
      </ol>
    </Section>
  )
}

export function Authentication() {
  return (
    <Section id="authentication" title="Authentication">
      <p>
        <Words>
          Send your key with every request: `Authorization: Bearer $KEY`. It speaks for you in your team, sees
          the team’s videos, and works until it is revoked. Keep it on a server: whoever has it can spend what
          you can.
        </Words>
      </p>
      <p>
        <Words>
          Pages of the studio itself use the session cookie instead. A change that another site asks for with
          that cookie is refused with 403 `permission_denied`.
        </Words>
      </p>
    </Section>
  )
}
