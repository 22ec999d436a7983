import Link from 'next/link'
import { isRunning } from '@/components/api/use-video'
import { ratioOf } from '@/components/stage/shape'
import { Still } from '@/components/stage/still'
import { buttonClass } from '@/components/ui/button'
import { When } from '@/components/ui/when'
import { useLocale, useWords } from '@/components/words/language'
import type { StudioVideo, Version } from '@/lib/boson/schemas'
import { engineWords } from '@/lib/words/engines'
import { versionWords } from '@/lib/words/versions'
import { differences } from './differences'

/** All versions of a video, the newest first, where there is more than this one. */
export function Versions({ video, versions }: { video: StudioVideo; versions: Version[] }) {
  const words = useWords(versionWords)
  if (versions.length < 2) return null
  const both = new Set(versions.map(({ provider }) => provider)).size > 1
  return (
    <section>
      <h2 className="text-sm font-medium">{words.versions}</h2>
      <ol className="mt-2 border-t border-hair">
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            before={versions.find(({ id }) => id === version.remixed_from_video_id)}
            engine={both}
            shown={video}
          />
        ))}
      </ol>
    </section>
  )
}

function VersionRow({
  version,
  before,
  engine,
  shown,
}: {
  version: Version
  /** What it was made from. */
  before: Version | undefined
  /** Whether its engine is worth saying. */
  engine: boolean
  /** The one whose page this is. */
  shown: StudioVideo
}) {
  const words = useWords(versionWords)
  const engineNames = useWords(engineWords)
  const locale = useLocale()
  const finished = version.status === 'completed'
  const isShown = version.id === shown.id
  const what = differences(version, before, words, locale)
  return (
    <li className="flex items-center gap-2 border-b border-hair">
      <Link
        href={`/v/${version.id}`}
        aria-current={isShown ? 'page' : undefined}
        className="group -ml-2 flex min-w-0 flex-1 items-center gap-4 rounded-control px-2 py-2"
      >
        <span className="flex w-14 shrink-0 justify-center">
          <span
            style={{ aspectRatio: ratioOf(version.size) }}
            className="relative block h-11 overflow-hidden rounded-[4px]"
          >
            <Still
              id={version.id}
              size={version.size}
              variant={finished ? 'thumbnail' : 'portrait'}
              className={`object-[50%_20%] ${finished ? '' : 'opacity-60'}`}
            />
          </span>
        </span>
        <span className="min-w-0 flex-1 text-sm">
          <span className="block font-medium underline-offset-4 group-hover:underline">
            {what || <When at={version.created_at} />}
          </span>
          <span className="block truncate text-quiet">
            {engine && `${engineNames.names[version.provider]} · `}
            {version.created_by}, <When at={version.created_at} />
          </span>
        </span>
      </Link>
      {!isShown && finished && shown.status === 'completed' ? (
        <Link
          href={`/v/${shown.id}/compare/${version.id}`}
          aria-label={engineNames.compareWith(what)}
          className={buttonClass('plain', '-mr-2 shrink-0')}
        >
          {engineNames.compare}
        </Link>
      ) : (
        <span className="shrink-0 text-sm text-quiet">{isShown ? words.shown : <State {...version} />}</span>
      )}
    </li>
  )
}

function State(version: Version) {
  const words = useWords(versionWords)
  if (version.status === 'failed') return words.failed
  if (isRunning(version)) return version.status === 'queued' ? words.waiting : words.inMaking
  return null
}
