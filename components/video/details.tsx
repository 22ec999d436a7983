import Link from 'next/link'
import type { ReactNode } from 'react'
import { bytes } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import type { StudioVideo } from '@/lib/boson/schemas'
import { findPreset } from '@/lib/engine/speech/presets'

/** What is known about a video, one line each. */
export function Details({ video }: { video: StudioVideo }) {
  return (
    <section>
      <h2 className="text-sm font-medium">Details</h2>
      <dl className="mt-2 border-t border-hair text-sm tabular-nums">
        {video.seconds !== null && <Row name="Length">{video.seconds.toFixed(1)} s</Row>}
        <Row name="Size">
          {video.width ?? video.size.split('x')[0]} × {video.height ?? video.size.split('x')[1]}
          {video.bytes !== null && `, ${bytes(video.bytes)}`}
        </Row>
        <Row name="Speech">
          {video.script === null ? 'A recording' : `Script, voice ${voiceName(video.voice)}`}
        </Row>
        <Row name="Made by">
          {video.provider === 'local' ? 'This studio’s own engine' : `Boson, ${video.model}`}
        </Row>
        {video.remixed_from_video_id !== null && (
          <Row name="Made from">
            <Link href={`/v/${video.remixed_from_video_id}`} className="underline underline-offset-4">
              an earlier version
            </Link>
          </Row>
        )}
        {video.completed_at !== null && (
          <Row name="Finished">
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
