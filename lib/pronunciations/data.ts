import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { cleanCharacters } from '@/lib/engine/speech/text/characters'
import { replaceWords } from '@/lib/engine/speech/text/dictionary'
import type { Pronunciation } from '@/lib/engine/types'
import { unixSeconds } from '@/lib/unix-seconds'
import type { PronunciationView } from './schema'

export const pronunciationInclude = {
  createdBy: { select: { name: true } },
} satisfies Prisma.PronunciationInclude
export type PronunciationRow = Prisma.PronunciationGetPayload<{ include: typeof pronunciationInclude }>

/** A row as the API shows it. */
export function toPronunciation(row: PronunciationRow): PronunciationView {
  return {
    id: row.id,
    object: 'pronunciation',
    word: row.word,
    said_as: row.saidAs,
    note: row.note,
    created_at: unixSeconds(row.createdAt),
    updated_at: unixSeconds(row.updatedAt),
    created_by: row.createdBy.name,
  }
}

/** A team's dictionary, by word. */
export async function listPronunciations(teamId: string): Promise<PronunciationView[]> {
  const rows = await database().pronunciation.findMany({ where: { teamId }, include: pronunciationInclude })
  return rows.map(toPronunciation).sort(byWord)
}

/** In which order words stand, in the dictionary and on its page. */
export function byWord(a: { word: string }, b: { word: string }): number {
  return ORDER.compare(a.word, b.word)
}
const ORDER = new Intl.Collator('en', { numeric: true })

/** A word of a team's dictionary; another team's is as good as absent. Throws `not_found`. */
export async function requirePronunciation(teamId: string, id: string): Promise<PronunciationRow> {
  const row = z.uuid().safeParse(id).success
    ? await database().pronunciation.findFirst({ where: { id, teamId }, include: pronunciationInclude })
    : null
  if (!row) throw new StudioError('not_found', 'There is no such pronunciation. It may have been deleted.')
  return row
}

/** What a team's dictionary says now of the words in a script: only of those, since a video keeps it. */
export async function pronunciationsIn(teamId: string, script: string): Promise<Pronunciation[]> {
  const dictionary = await database().pronunciation.findMany({
    where: { teamId },
    select: { word: true, saidAs: true },
    orderBy: { key: 'asc' },
  })
  const found = new Set<Pronunciation>()
  replaceWords(cleanCharacters(script), dictionary, ({ entry, written }) => {
    found.add(entry)
    return written
  })
  return [...found]
}
