import { Line } from '@/components/stage/line'
import { StageFigure } from '@/components/stage/stage-figure'
import { SAMPLE_PORTRAIT } from '@/components/studio/sample'
import { clock } from '@/components/ui/text'
import { speechSeconds } from '@/lib/captions/speech-seconds'

/** The sample portrait as the studio will show it, with the sentence it is about to say. */
export function SampleStage({ script }: { script: string }) {
  const seconds = speechSeconds(script)
  return (
    <StageFigure
      ratio={1}
      picture={
        // biome-ignore lint/performance/noImgElement: a small local file, shown at its own size.
        <img
          src={SAMPLE_PORTRAIT}
          alt="The astronaut Eileen Collins in her orange launch suit, smiling"
          className="absolute inset-0 size-full object-cover"
        />
      }
      line={<Line seconds={seconds} />}
      words={
        <>
          <p className="text-quiet">Eileen Collins, by NASA</p>
          <p className="text-quiet">{clock(seconds)}</p>
        </>
      }
    />
  )
}
