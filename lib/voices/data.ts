import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import type { Voice } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import type { Voice as VoiceRow } from '@/lib/db/generated/client'
import { findClip } from '@/lib/videos/clip'

/** A row as the API shows it. */
export function toVoice(row: VoiceRow): Voice {
  return {
    voice: row.id,
    ref_text: row.refText,
    description: row.description,
    created_at: Math.floor(row.createdAt.getTime() / 1000),
  }
}

/** A team's custom voices, newest first. Presets are data, not rows. */
export async function listVoices(teamId: string): Promise<Voice[]> {
  const rows = await database().voice.findMany({ where: { teamId }, orderBy: { createdAt: 'desc' } })
  return rows.map(toVoice)
}

/** A team's custom voice. Throws `not_found`: another team's is as good as absent. */
export async function requireVoice(teamId: string, id: string): Promise<VoiceRow> {
  const row = await findClip(teamId, id)
  if (!row) {
    throw new StudioError('not_found', 'There is no such voice. It may have been deleted.', {
      param: 'voice',
    })
  }
  return row
}
