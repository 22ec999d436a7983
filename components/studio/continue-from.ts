import { contentUrl } from '@/components/api/videos'
import { SIZES } from '@/lib/boson/limits'
import type { StudioVideo } from '@/lib/boson/schemas'
import { keepFile } from './draft-files'
import { addDraft, newId } from './drafts'

/**
 * Opens a draft of its own with everything a video was made of. Throws where its portrait or its sound cannot be had;
 * the drafts are then as they were.
 */
export async function continueFrom(video: StudioVideo): Promise<void> {
  const spoken = video.script !== null
  // The sound of a recording is there once it has become a video.
  const heard = !spoken && video.status === 'completed'
  const [portrait, recording] = await Promise.all([
    fileOf(contentUrl(video.id, 'portrait'), 'portrait'),
    heard ? fileOf(contentUrl(video.id, 'audio'), `${video.title}.m4a`) : null,
  ])
  const id = newId()
  await keepFile(id, 'portrait', portrait)
  if (recording) await keepFile(id, 'recording', recording)
  addDraft({
    id,
    name: '',
    mode: spoken ? 'script' : 'recording',
    script: video.script ?? '',
    voice: video.voice,
    size: SIZES.find((size) => size === video.size) ?? '640x640',
    engine: video.provider,
    // Changed because it failed, it is the same video still.
    versionOf: video.status === 'failed' ? video.id : null,
  })
}

async function fileOf(url: string, name: string): Promise<File> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const bytes = await answer.blob()
  return new File([bytes], name, { type: bytes.type })
}
