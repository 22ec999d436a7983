import { Check } from 'lucide-react'
import Link from 'next/link'
import { type CSSProperties, type MouseEvent, memo, useState } from 'react'
import { isRunning, useVideo } from '@/components/api/use-video'
import { failureSentence, failureTitle } from '@/components/stage/failure'
import { progressSentence } from '@/components/stage/progress-words'
import { ratioOf } from '@/components/stage/shape'
import { Still } from '@/components/stage/still'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { failureWords } from '@/lib/words/failure'
import { galleryWords } from '@/lib/words/gallery'
import { stageWords } from '@/lib/words/stage'
import { Preview } from './preview'
import { useLongPress } from './use-long-press'

/** One video in its own shape, as a cell of the grid. On the server, where nobody knows how wide a row is, CSS decides. */
export const GalleryItem = memo(function GalleryItem({
  listed,
  column,
  leading,
  height,
  selected,
  selecting,
  focused,
  onToggle,
  onExtend,
  onFocus,
}: {
  /** As the list has it; a running one is followed from here. */
  listed: StudioVideo
  column: number
  /** Whether it is among the first to be seen. */
  leading: boolean
  /** Of the picture, in CSS pixels. */
  height: number | null
  selected: boolean
  /** Whether a click chooses instead of opening. */
  selecting: boolean
  /** Whether it is the one that Tab leads to. */
  focused: boolean
  onToggle: (id: string) => void
  onExtend: (id: string) => void
  onFocus: (id: string) => void
}) {
  const words = useWords(galleryWords)
  const [attended, setAttended] = useState(false)
  const running = isRunning(listed)
  const followed = useVideo(running ? listed.id : null, running ? listed : undefined)
  const video = followed.video ?? listed
  const ratio = ratioOf(video.size)
  const style: CSSProperties & Record<'--ratio', number> = {
    '--ratio': ratio,
    ...(height !== null && { flex: 'none', width: ratio * height, maxWidth: 'none' }),
  }

  const longPress = useLongPress(() => onToggle(video.id))

  function onClick(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || !(event.shiftKey || selecting)) return
    event.preventDefault()
    if (event.shiftKey) onExtend(video.id)
    else onToggle(video.id)
  }

  return (
    // biome-ignore lint/a11y: a grid of pictures is no table; the links in its cells take the focus.
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={selected}
      data-video={video.id}
      style={style}
      className="group relative min-w-0 flex-[var(--ratio)_1_calc(var(--ratio)*var(--usual))] max-w-[calc(var(--ratio)*var(--tallest))] select-none"
      onMouseEnter={() => setAttended(true)}
      onMouseLeave={() => setAttended(false)}
      onFocus={() => {
        setAttended(true)
        onFocus(video.id)
      }}
      onBlur={() => setAttended(false)}
    >
      <Link
        href={`/v/${video.id}`}
        // Thousands pass by; the one that is opened is fetched then.
        prefetch={false}
        draggable={false}
        tabIndex={focused ? 0 : -1}
        {...longPress}
        onClick={onClick}
        className={`block scroll-my-24 [-webkit-touch-callout:none] rounded-media ${selected ? 'outline-2 outline-offset-4 outline-ink' : ''}`}
      >
        <span
          className="stage-picture relative block overflow-hidden rounded-media bg-raised"
          data-theme="stage"
        >
          {video.status === 'completed' ? (
            <Preview video={video} playing={attended} leading={leading} />
          ) : (
            <Unfinished video={video} leading={leading} />
          )}
        </span>
        <Caption video={video} narrow={ratio < 1} />
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
          // Space does the same for whoever has come here by keyboard.
          tabIndex={-1}
          aria-label={words.select(video.title)}
          checked={selected}
          onChange={({ nativeEvent }) => {
            if (nativeEvent instanceof window.MouseEvent && nativeEvent.shiftKey) onExtend(video.id)
            else onToggle(video.id)
          }}
          className="peer absolute size-6 cursor-pointer appearance-none rounded-full border border-[oklch(0.96_0.01_84)] bg-[oklch(0.16_0.01_60/0.55)] checked:bg-[oklch(0.96_0.01_84)] focus-visible:outline-offset-2"
        />
        <Check
          size={16}
          strokeWidth={2}
          aria-hidden
          className="pointer-events-none relative text-[oklch(0.2_0.01_60)] opacity-0 peer-checked:opacity-100"
        />
      </label>
    </div>
  )
})

/** Title, who and when in one line, 2 rem high with its distance; a tall picture has room for a first name. */
function Caption({ video, narrow }: { video: StudioVideo; narrow: boolean }) {
  const words = useWords(galleryWords)
  const [firstName] = video.created_by.split(' ')
  const { versions = 1 } = video
  return (
    <span className="mt-3 flex h-5 items-baseline gap-3 text-sm">
      <span className="min-w-2/5 flex-1 truncate font-medium">{video.title}</span>
      <span className="flex min-w-0 gap-1 text-xs text-quiet tabular-nums">
        {versions > 1 ? (
          <span className="shrink-0">
            {words.versions(versions)}
            <span className={narrow ? 'max-sm:hidden' : ''}>,</span>
          </span>
        ) : (
          <>
            <span className={`truncate ${narrow ? 'max-sm:hidden' : 'sm:hidden'}`}>{firstName},</span>
            {!narrow && <span className="truncate max-sm:hidden">{video.created_by},</span>}
          </>
        )}
        <span className={`shrink-0 ${narrow && versions > 1 ? 'max-sm:hidden' : ''}`}>
          <When at={video.created_at} />
        </span>
      </span>
    </span>
  )
}

function Unfinished({ video, leading }: { video: StudioVideo; leading: boolean }) {
  const running = isRunning(video)
  const stages = useWords(stageWords)
  const failures = useWords(failureWords)
  return (
    <>
      <Still
        id={video.id}
        size={video.size}
        variant="portrait"
        leading={leading}
        className={`object-[50%_20%] ${running ? 'opacity-60' : 'opacity-40 grayscale'}`}
      />
      <span className="absolute inset-x-0 bottom-0 block bg-[oklch(0.158_0.007_60/0.93)] p-3 text-xs text-ink">
        {running ? (
          <>
            <span className="block truncate">{progressSentence(video, stages)}</span>
            <span className="mt-2 block h-0.5 bg-strong">
              <span
                className="block h-full origin-left bg-accent transition-transform duration-500"
                style={{ transform: `scaleX(${video.progress / 100})` }}
              />
            </span>
          </>
        ) : (
          <>
            <span className="block font-medium">{failureTitle(video, failures)}</span>
            <span className="line-clamp-2 text-quiet">{failureSentence(video, failures)}</span>
          </>
        )}
      </span>
    </>
  )
}
