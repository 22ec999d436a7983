import { useState } from 'react'
import { findCredentials } from './credentials'

const LINK = 'text-ink underline decoration-strong underline-offset-4'

/** The notice every shared film carries and, once somebody asks, the proof the file itself holds. */
export function MadeWithAi({ videoUrl, downloads }: { videoUrl: string; downloads: boolean }) {
  const [signed, setSigned] = useState<boolean | null>(null)
  return (
    <details
      className="group text-sm"
      onToggle={(event) => {
        if (event.currentTarget.open && signed === null) findCredentials(videoUrl).then(setSigned)
      }}
    >
      <summary className="-my-2.5 flex min-h-11 list-none items-center gap-2 rounded-control [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="h-0.5 w-4 bg-accent" />
        <span className="font-medium">Made with AI</span>
        <span className="ml-auto text-quiet underline decoration-strong underline-offset-4 group-open:hidden">
          What that means
        </span>
      </summary>
      <div className="mt-4 max-w-[60ch] space-y-3 text-quiet">
        <p>
          A still portrait was animated to speak. The person in the picture did not say these words on camera.
        </p>
        {signed && (
          <p>
            The file carries Content Credentials, a signed record of how it was made.{' '}
            {downloads ? (
              <>
                <a href={`${videoUrl}?download=1`} className={LINK}>
                  Save the file
                </a>{' '}
                and open it
              </>
            ) : (
              'Whoever has the file can open it'
            )}{' '}
            with a Content Credentials reader, such as{' '}
            <a href="https://contentcredentials.org/verify" target="_blank" rel="noreferrer" className={LINK}>
              contentcredentials.org/verify
            </a>
            , to see who signed it and whether it has been changed since. What this studio’s own engine made
            is signed with a certificate of this installation: readers will say that the signer is on no trust
            list.
          </p>
        )}
      </div>
    </details>
  )
}
