import type { ReactNode } from 'react'
import { StageAndSheet } from '@/components/layout/stage-and-sheet'
import { Wordmark } from '@/components/layout/wordmark'
import { SAMPLE_SCRIPT } from '@/components/studio/sample'
import { SampleStage } from './sample-stage'

/** The way in: the sample already on the stage, where it will still be once the studio opens. */
export function Entry({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <>
      <header data-theme="stage" className="flex h-16 items-center bg-ground px-4 lg:px-10">
        <Wordmark href="/" />
      </header>
      <StageAndSheet stage={<SampleStage script={SAMPLE_SCRIPT} />}>
        <div className="mx-auto flex max-w-md flex-col justify-center px-4 py-8 sm:px-10 lg:min-h-full lg:py-16">
          <h1 className="text-xl font-medium tracking-[-0.01em]">{title}</h1>
          {lead && <p className="mt-1 text-quiet">{lead}</p>}
          <div className="mt-8">{children}</div>
        </div>
      </StageAndSheet>
    </>
  )
}
