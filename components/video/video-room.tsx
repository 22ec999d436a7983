'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { dropFromLists } from '@/components/api/lists'
import { errorSentence } from '@/components/api/request'
import { isRunning, useRememberVideo, useVideo } from '@/components/api/use-video'
import { deleteVideo } from '@/components/api/videos'
import { rememberDeleted } from '@/components/bin/last-deleted'
import { CaptionsSection } from '@/components/captions/captions-section'
import { Filed } from '@/components/filing/filed'
import { StageAndSheet } from '@/components/layout/stage-and-sheet'
import { Links } from '@/components/links/links'
import { useFilm } from '@/components/player/use-film'
import { ScriptSection } from '@/components/sentences/script-section'
import { Button } from '@/components/ui/button'
import { useVersions } from '@/components/versions/use-versions'
import { Versions } from '@/components/versions/versions'
import { useWords } from '@/components/words/language'
import { sentenceWith } from '@/components/words/sentence'
import { ServerSentence } from '@/components/words/server-sentence'
import type { StudioVideo, Version } from '@/lib/boson/schemas'
import type { EngineOffer } from '@/lib/videos/engine-offer'
import { actionWords } from '@/lib/words/actions'
import { videoWords } from '@/lib/words/video'
import { Details } from './details'
import { Title } from './title'
import { VideoStage } from './video-stage'

/** One video and everything that can be done with it. */
export function VideoRoom({
  initial,
  initialVersions,
  engines,
}: {
  initial: StudioVideo
  initialVersions: Version[]
  engines: EngineOffer[]
}) {
  const actions = useWords(actionWords)
  const router = useRouter()
  const client = useQueryClient()
  const { video = initial, lost, gone } = useVideo(initial.id, initial)
  const versions = useVersions(video, initialVersions)
  const remember = useRememberVideo()
  const film = useFilm(video.seconds ?? 0)
  const deleting = useMutation({
    mutationFn: () => deleteVideo(video.id),
    onSuccess: async () => {
      await dropFromLists(client, [video.id])
      rememberDeleted([video])
      router.push('/gallery')
      router.refresh()
    },
  })

  if (gone) return <Gone />
  return (
    <StageAndSheet
      stage={<VideoStage video={video} lost={lost} film={film} versions={versions} engines={engines} />}
    >
      <div className="flex flex-col gap-10 px-4 pt-6 pb-16 sm:px-10 lg:pt-10">
        <Title video={video} onRenamed={remember} />
        {video.script && <ScriptSection video={video} script={video.script} film={film} />}
        <Versions video={video} versions={versions} />
        {video.status === 'completed' && <CaptionsSection video={video} film={film} />}
        {video.notices.length > 0 && (
          <ul className="measure text-sm text-quiet">
            {video.notices.map((notice) => (
              <li key={notice}>
                <ServerSentence sentence={notice} />
              </li>
            ))}
          </ul>
        )}
        <Links id={video.id} unfinished={isRunning(video)} />
        <Filed video={video} />
        <Details video={video} />
        <div>
          {deleting.error && (
            <p role="alert" className="mb-2 text-sm text-danger">
              {errorSentence(deleting.error)}
            </p>
          )}
          <Button
            look="danger"
            className="-ml-2"
            disabled={deleting.isPending}
            onClick={() => deleting.mutate()}
          >
            {actions.remove}
          </Button>
        </div>
      </div>
    </StageAndSheet>
  )
}

function Gone() {
  const words = useWords(videoWords)
  return (
    <main className="px-4 py-16 lg:px-10">
      <h1 className="text-xl font-medium">{words.gone}</h1>
      <p className="mt-1 text-quiet">
        {sentenceWith(
          words.goneWhy,
          <Link href="/gallery/bin" className="underline underline-offset-4">
            {words.bin}
          </Link>,
        )}
      </p>
    </main>
  )
}
