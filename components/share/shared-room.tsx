'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { Transcript } from '@/components/player/transcript'
import { useFilm } from '@/components/player/use-film'
import { useLiveSource } from '@/components/player/use-live-source'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import type { Comment } from '@/lib/share/comment-schema'
import type { SharedVideo } from '@/lib/share/shared-video'
import { shareWords } from '@/lib/words/share'
import { Curtain } from './curtain'
import { MadeWithAi } from './made-with-ai'
import { SharedStage } from './shared-stage'
import { useShared } from './use-shared'
import { useStored } from './use-stored'
import { useViewCount } from './use-view-count'

/** Most links have none, and are spared their code. */
const Comments = lazy(() => import('./comments').then((module) => ({ default: module.Comments })))

/** A film for whoever has the link: first the picture, then its name, who sent it, what it is, and its words. */
export function SharedRoom({
  token,
  url,
  initial,
  start,
}: {
  token: string
  /** The page's own address, to be passed on. */
  url: string
  initial: SharedVideo
  /** Where a timed link begins, in seconds. */
  start: number
}) {
  const words = useWords(shareWords)
  const film = useFilm(initial.seconds)
  const { video, running, lost, look } = useShared(token, initial, film.playing)
  const stored = useStored(video.status === 'completed', film)
  const live = useLiveSource(stored ? null : `/s/${token}/live.mp4`)
  const address = start > 0 ? `/s/${token}/video.mp4#t=${start}` : `/s/${token}/video.mp4`
  const [comments, setComments] = useState<Comment[]>([])
  useViewCount(token, film)

  const { failed } = film
  useEffect(() => {
    if (failed) look()
  }, [failed, look])

  if (video.status === 'failed') {
    return (
      <Curtain title={video.title}>
        <p>{words.mayTryAgain(video.shared_by)}</p>
      </Curtain>
    )
  }
  return (
    <main data-theme="stage" className="min-h-dvh bg-ground px-4 pb-24">
      <div className="mx-auto max-w-[44rem] pt-4 [--stage-height:min(calc(100vw-2rem),62svh,44rem)] sm:pt-10">
        <SharedStage
          token={token}
          url={url}
          video={video}
          film={film}
          source={stored ? address : live}
          poster={stored ? `/s/${token}/poster.jpg` : undefined}
          running={running}
          comments={comments}
          lost={lost}
        />
        <header className="text-center">
          <h1 className="font-serif text-2xl text-balance [overflow-wrap:anywhere]">{video.title}</h1>
          <p className="mt-2 text-sm text-quiet">
            {sentenceWith((time) => words.sharedBy(video.shared_by, time), <When at={video.shared_at} />)}
          </p>
        </header>
        <div className="mx-auto mt-10 max-w-[36rem] border-t border-hair pt-6">
          <MadeWithAi videoUrl={`/s/${token}/video.mp4`} downloads={video.downloads} />
          {(video.script || video.captions) && (
            <section className="mt-10">
              <h2 className="text-sm font-medium">{words.transcript}</h2>
              <div className="mt-2">
                <Transcript said={video} film={film} />
              </div>
            </section>
          )}
          {video.comments && (
            <Suspense>
              <Comments token={token} film={film} onKnown={setComments} />
            </Suspense>
          )}
        </div>
      </div>
    </main>
  )
}
