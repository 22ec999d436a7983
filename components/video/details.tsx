import Link from 'next/link'
import type { ReactNode } from 'react'
import { money } from '@/components/ui/price'
import { bytes } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import { useLocale, useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { findPreset } from '@/lib/engine/speech/presets'
import { videoWords } from '@/lib/words/video'

/** What is known about a video, one line each. */
export function Details({ video }: { video: StudioVideo }) {
  const words = useWords(videoWords)
  const locale = useLocale()
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <section>
      <h2 className="text-sm font-medium">{words.details}</h2>
      <dl className="mt-2 border-t border-hair text-sm tabular-nums">
        {video.seconds !== null && (
          <Row name={words.length}>{words.seconds(seconds.format(video.seconds))}</Row>
        )}
        <Row name={words.size}>
          {video.width ?? video.size.split('x')[0]} × {video.height ?? video.size.split('x')[1]}
          {video.bytes !== null && `, ${bytes(video.bytes, locale)}`}
        </Row>
        <Row name={words.speech}>
          {video.script === null ? words.recording : words.script(voiceName(video.voice))}
        </Row>
        <Row name={words.madeBy}>
          {video.provider === 'local' ? words.ownEngine : words.boson(video.model)}
        </Row>
        {video.cost !== null && <Row name={words.cost}>{money(video.cost, locale)}</Row>}
        {video.remixed_from_video_id !== null && (
          <Row name={words.madeFrom}>
            <Link href={`/v/${video.remixed_from_video_id}`} className="underline underline-offset-4">
              {words.earlierVersion}
            </Link>
          </Row>
        )}
        {video.completed_at !== null && (
          <Row name={words.finished}>
            <When at={video.completed_at} />
          </Row>
        )}
      </dl>
    </section>
  )
}

/** A voice by its name; one this studio does not know, by its id. */
function voiceName(id: string | null): string {
  const wanted = id ?? 'default'
  return findPreset(wanted)?.name ?? wanted
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-hair py-2.5">
      <dt className="w-24 shrink-0 text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
