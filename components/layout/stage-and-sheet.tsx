'use client'

import type { ReactNode } from 'react'
import { useWords } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'

/**
 * The page's one composition: a dark stage with the picture, and a sheet to write or read on.
 * The stage stays where it is while the sheet scrolls; on a phone it lies above the sheet.
 */
export function StageAndSheet({ stage, children }: { stage: ReactNode; children: ReactNode }) {
  const words = useWords(layoutWords)
  return (
    <main className="relative isolate lg:grid lg:min-h-[calc(100dvh-4rem)] lg:grid-cols-[minmax(0,1fr)_clamp(26rem,40vw,44rem)]">
      <div aria-hidden data-theme="stage" className="absolute inset-0 -z-10 bg-ground" />
      <section
        aria-label={words.stage}
        data-theme="stage"
        className="flex justify-center bg-ground px-4 pt-3 pb-4 [--stage-height:min(calc(100vw-2rem),52svh)] lg:sticky lg:top-0 lg:h-[calc(100dvh-4rem)] lg:items-center lg:px-10 lg:pt-0 lg:pb-2 lg:[--stage-height:clamp(16rem,calc(100dvh-15rem),54rem)]"
      >
        {stage}
      </section>
      <div className="relative rounded-t-media bg-raised text-ink lg:rounded-tr-none">{children}</div>
    </main>
  )
}
