'use client'

import { Player } from '@/components/player/player'
import { Transcript } from '@/components/player/transcript'
import { useFilm } from '@/components/player/use-film'
import { When } from '@/components/ui/when'
import type { Word } from '@/lib/boson/schemas'
import { MadeWithAi } from './made-with-ai'

/** A film for whoever has the link: first the picture, then its name, who sent it, what it is, and its words. */
export function SharedFilm({
  title,
  sharedBy,
  sharedAt,
  seconds,
  width,
  height,
  script,
  words,
  videoUrl,
  posterUrl,
}: {
  title: string
  sharedBy: string
  /** Unix seconds. */
  sharedAt: number
  seconds: number | null
  width: number
  height: number
  script: string | null
  words: Word[] | null
  videoUrl: string
  posterUrl: string
}) {
  const film = useFilm(seconds ?? 0)
  return (
    <main data-theme="stage" className="min-h-dvh bg-ground px-4 pb-24">
      <div className="mx-auto max-w-[44rem] pt-4 [--stage-height:min(calc(100vw-2rem),62svh,44rem)] sm:pt-10">
        <Player
          film={film}
          src={videoUrl}
          poster={posterUrl}
          title={title}
          ratio={width / height}
          script={script}
          words={words}
        />
        <header className="text-center">
          <h1 className="font-serif text-2xl text-balance [overflow-wrap:anywhere]">{title}</h1>
          <p className="mt-2 text-sm text-quiet">
            Shared by {sharedBy}, <When at={sharedAt} />
          </p>
        </header>
        <div className="mx-auto mt-10 max-w-[36rem] border-t border-hair pt-6">
          <MadeWithAi videoUrl={videoUrl} />
          {script && (
            <section className="mt-10">
              <h2 className="text-sm font-medium">Transcript</h2>
              <div className="mt-2">
                <Transcript script={script} words={words} film={film} />
              </div>
            </section>
          )}
        </div>
      </div>
    </main>
  )
}
