import { Check } from 'lucide-react'
import Link from 'next/link'
import { type CSSProperties, useState } from 'react'
import { isRunning, useVideo } from '@/components/api/use-video'
import { contentUrl } from '@/components/api/videos'
import { failureSentence, failureTitle } from '@/components/stage/failure'
import { stageWords } from '@/components/stage/progress-words'
import { ratioOf } from '@/components/stage/shape'
import { When } from '@/components/ui/when'
import type { StudioVideo } from '@/lib/boson/schemas'
import { Preview } from './preview'

/** One video in its own shape. Rows share a height because width and growth follow the shape. */
export function GalleryItem({
  initial,
  selected,
  selecting,
  onSelect,
}: {
  initial: StudioVideo
  selected: boolean
  selecting: boolean
  onSelect: () => void
}) {
  const [attended, setAttended] = useState(false)
  const video = useVideo(initial.id, initial).video ?? initial
  const ratio = ratioOf(video.size)
  const style: CSSProperties & Record<'--ratio', number> = { '--ratio': ratio }

  return (
    <li
      style={style}
      className="group relative min-w-0 flex-[var(--ratio)_1_calc(var(--ratio)*8.5rem)] sm:max-w-[calc(var(--ratio)*20rem)] sm:basis-[calc(var(--ratio)*15rem)] 2xl:max-w-[calc(var(--ratio)*24rem)] 2xl:basis-[calc(var(--ratio)*18rem)]"
      onMouseEnter={() => setAttended(true)}
      onMouseLeave={() => setAttended(false)}
      onFocus={() => setAttended(true)}
      onBlur={() => setAttended(false)}
    >
      <Link
        href={`/v/${video.id}`}
        className={`@container block rounded-media ${selected ? 'outline-2 outline-offset-4 outline-ink' : ''}`}
      >
        <span
          className="stage-picture relative block overflow-hidden rounded-media bg-raised"
          data-theme="stage"
        >
          {video.status === 'completed' ? (
            <Preview video={video} playing={attended} />
          ) : (
            <Unfinished video={video} />
          )}
        </span>
        <span className="mt-3 flex items-baseline gap-3 text-sm">
          <span className="min-w-0 flex-1 truncate font-medium">{video.title}</span>
          <span className="shrink-0 text-xs text-quiet tabular-nums">
            <span className="hidden @min-[15rem]:inline">{video.created_by}, </span>
            <When at={video.created_at} />
          </span>
        </span>
      </Link>
      <label
        className={`absolute top-1 left-1 flex size-11 items-center justify-center transition-opacity ${
          selecting || selected
            ? ''
            : 'pointer-fine:opacity-0 pointer-fine:group-hover:opacity-100 pointer-fine:group-focus-within:opacity-100'
        }`}
      >
        <input
          type="checkbox"
          aria-label={`Select ${video.title}`}
          checked={selected}
          onChange={onSelect}
          className="peer absolute size-6 cursor-pointer appearance-none rounded-full border border-[oklch(0.96_0.01_84)] bg-[oklch(0.16_0.01_60/0.55)] checked:bg-[oklch(0.96_0.01_84)] focus-visible:outline-offset-2"
        />
        <Check
          size={16}
          strokeWidth={2}
          aria-hidden
          className="pointer-events-none relative text-[oklch(0.2_0.01_60)] opacity-0 peer-checked:opacity-100"
        />
      </label>
    </li>
  )
}

function Unfinished({ video }: { video: StudioVideo }) {
  const running = isRunning(video)
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: a private file behind the session, already small. */}
      <img
        src={contentUrl(video.id, 'portrait')}
        alt=""
        loading="lazy"
        className={`absolute inset-0 size-full object-cover object-[50%_20%] ${running ? 'opacity-60' : 'opacity-40 grayscale'}`}
      />
      <span className="absolute inset-x-0 bottom-0 block bg-[oklch(0.158_0.007_60/0.93)] p-3 text-xs text-ink">
        {running ? (
          <>
            <span className="block truncate">{stageWords(video)}</span>
            <span className="mt-2 block h-0.5 bg-strong">
              <span
                className="block h-full origin-left bg-accent transition-transform duration-500"
                style={{ transform: `scaleX(${video.progress / 100})` }}
              />
            </span>
          </>
        ) : (
          <>
            <span className="block font-medium">{failureTitle(video)}</span>
            <span className="line-clamp-2 text-quiet">{failureSentence(video)}</span>
          </>
        )}
      </span>
    </>
  )
}
