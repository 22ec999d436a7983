import 'server-only'
import { database } from '@/lib/db/client'

/** The team's custom voice of this name, with its clip; null for presets and strangers' voices. */
export async function findClip(teamId: string, voice: string) {
  return database().voice.findUnique({ where: { teamId_id: { teamId, id: voice } }, include: { clip: true } })
}
