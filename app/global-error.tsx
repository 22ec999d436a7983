'use client'

import { Broken } from '@/components/layout/broken'
import { fontVariables } from './fonts'
import './globals.css'

/** Where even the layout failed; it brings its own page. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>This page could not be shown</title>
        <Broken error={error} onRetry={retry} />
      </body>
    </html>
  )
}
