'use client'

import { Broken } from '@/components/layout/broken'
import { layoutWords } from '@/lib/words/layout'
import { fontVariables } from './fonts'
import './globals.css'

/** Where even the layout failed; it brings its own page. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>{layoutWords.en.broken}</title>
        <Broken error={error} onRetry={retry} />
      </body>
    </html>
  )
}
