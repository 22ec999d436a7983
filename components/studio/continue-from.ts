import { contentUrl } from '@/components/api/videos'
import type { StudioVideo } from '@/lib/boson/schemas'
import { sizeSchema } from '@/lib/boson/schemas'
import { changeDraft } from './draft'
import { keepFile } from './draft-files'

/** Puts everything a video was made of into the studio. Throws where its portrait or its sound cannot be had. */
export async function continueFrom(video: StudioVideo): Promise<void> {
  const spoken = video.script !== null
  // The sound of a recording is there once it has become a video.
  const heard = !spoken && video.status === 'completed'
  const [portrait, recording] = await Promise.all([
    fileOf(contentUrl(video.id, 'portrait'), 'portrait'),
    heard ? fileOf(contentUrl(video.id, 'audio'), `${video.title}.m4a`) : null,
  ])
  await keepFile('portrait', portrait)
  if (recording) await keepFile('recording', recording)
  changeDraft({
    current: null,
    size: sizeSchema.catch('640x640').parse(video.size),
    ...(spoken ? { mode: 'script', script: video.script ?? '', voice: video.voice } : { mode: 'recording' }),
  })
}

async function fileOf(url: string, name: string): Promise<File> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const bytes = await answer.blob()
  return new File([bytes], name, { type: bytes.type })
}
