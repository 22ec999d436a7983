import { Line } from '@/components/stage/line'
import { StageFigure } from '@/components/stage/stage-figure'
import { SAMPLE_PORTRAIT } from '@/components/studio/sample'
import { clock } from '@/components/ui/text'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import { entryWords } from '@/lib/words/entry'
import { requestWords } from '@/lib/words/request-language'

/** The sample portrait as the studio will show it, with the sentence it is about to say. */
export async function SampleStage({ script }: { script: string }) {
  const words = await requestWords(entryWords)
  const seconds = speechSeconds(script)
  return (
    <StageFigure
      ratio={1}
      picture={
        // biome-ignore lint/performance/noImgElement: a small local file, shown at its own size.
        <img
          src={SAMPLE_PORTRAIT}
          alt={words.samplePortrait}
          className="absolute inset-0 size-full object-cover"
        />
      }
      line={<Line seconds={seconds} />}
      words={
        <>
          <p className="text-quiet">{words.sampleCredit}</p>
          <p className="text-quiet">{clock(seconds)}</p>
        </>
      }
    />
  )
}
