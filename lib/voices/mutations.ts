import 'server-only'
import type { Caller } from '@/lib/auth/access'
import type { Voice } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import { keepAsset, removeUnusedAsset } from '@/lib/videos/assets'
import { inspectReference } from '@/lib/videos/inspect'
import { requireVoice, toVoice } from './data'
import type { VoiceBody } from './request'

/** Keeps a clip as a voice of the team. The same clip again gives the same voice, with what is said of it now. */
export async function createVoice(caller: Caller, body: VoiceBody): Promise<Voice> {
  try {
    const clip = await inspectReference(await body.files.receive(body.clip, 'ref_audio'))
    const { teamId, userId } = caller
    const id = `voice_${clip.file.sha256}`
    const said = { refText: body.refText, description: body.description }
    const row = await database().$transaction(async (transaction) => {
      const { id: clipId } = await keepAsset(transaction, teamId, clip)
      return transaction.voice.upsert({
        where: { teamId_id: { teamId, id } },
        create: { id, teamId, createdById: userId, clipId, ...said },
        update: said,
      })
    })
    return toVoice(row)
  } finally {
    await body.files.discard()
  }
}

/** Removes a voice. Videos that speak in it keep its clip. */
export async function deleteVoice(teamId: string, id: string): Promise<void> {
  const { clipId } = await requireVoice(teamId, id)
  await database().voice.delete({ where: { teamId_id: { teamId, id } } })
  await removeUnusedAsset(clipId)
}
