import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { cuesIn } from '@/lib/captions/cues'
import { unixSeconds } from '@/lib/unix-seconds'
import { scriptOf, wordsOf } from '@/lib/videos/script'
import { toVideoDetail } from '@/lib/videos/view'
import { judge, type OpenLink, type Verdict } from './gate'
import type { SharedVideo } from './shared-video'

/** What the gate says to whoever asks for this page. */
export const verdictOfPage = cache(async (token: string): Promise<Verdict> => {
  const jar = await cookies()
  return judge(token, { cookie: (name) => jar.get(name)?.value })
})

/** A link's video for its viewers. */
export async function toShared(link: OpenLink): Promise<SharedVideo> {
  const { video, createdBy, createdAt, downloads, comments } = link
  const { status, stage, progress, seconds_left, videos_before } = await toVideoDetail(video)
  const [width = 0, height = 0] = video.size.split('x').map(Number)
  return {
    title: video.title,
    shared_by: createdBy.name,
    shared_at: unixSeconds(createdAt),
    status,
    stage,
    progress,
    seconds_left,
    videos_before: videos_before ?? null,
    seconds: video.seconds ?? video.expectedSeconds,
    width: video.width ?? width,
    height: video.height ?? height,
    script: scriptOf(video.speech)?.input ?? null,
    words: wordsOf(video.words),
    captions: cuesIn(video.captions),
    downloads,
    comments,
  }
}
