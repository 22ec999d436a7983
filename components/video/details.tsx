import { bytes, duration } from '@/components/ui/text'
import { When } from '@/components/ui/when'
import type { StudioVideo } from '@/lib/boson/schemas'

/** What is known about a video, one line each. */
export function Details({ video }: { video: StudioVideo }) {
  return (
    <section>
      <h2 className="text-sm font-medium">Details</h2>
      <dl className="mt-2 border-t border-hair text-sm tabular-nums">
        {video.seconds !== null && <Row name="Length">{duration(video.seconds)}</Row>}
        <Row name="Size">
          {video.width ?? video.size.split('x')[0]} × {video.height ?? video.size.split('x')[1]}
          {video.bytes !== null && `, ${bytes(video.bytes)}`}
        </Row>
        <Row name="Speech">{video.script === null ? 'A recording' : <Voice id={video.voice} />}</Row>
        <Row name="Made by">
          {video.provider === 'local' ? 'This studio’s own engine' : 'Boson'}, {video.model}
        </Row>
        {video.completed_at !== null && (
          <Row name="Finished">
            <When at={video.completed_at} />
          </Row>
        )}
      </dl>
    </section>
  )
}

function Voice({ id }: { id: string | null }) {
  return <>Script, {id ?? 'default'} voice</>
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-hair py-2.5">
      <dt className="w-24 shrink-0 text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
