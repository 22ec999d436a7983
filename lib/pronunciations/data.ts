import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { cleanCharacters } from '@/lib/engine/speech/text/characters'
import { replaceWords } from '@/lib/engine/speech/text/dictionary'
import type { Pronunciation } from '@/lib/engine/types'
import { unixSeconds } from '@/lib/unix-seconds'
import { requireSayable } from './require-sayable'
import type { CreatePronunciation, PronunciationView } from './schema'

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

const ORDER = new Intl.Collator('en', { numeric: true })

/** A team's dictionary, by word. */
export async function listPronunciations(teamId: string): Promise<PronunciationView[]> {
  const rows = await database().pronunciation.findMany({ where: { teamId }, include: pronunciationInclude })
  return rows.map(toPronunciation).sort((a, b) => ORDER.compare(a.word, b.word))
}

export function countPronunciations(teamId: string): Promise<number> {
  return database().pronunciation.count({ where: { teamId } })
}

/** A word of a team's dictionary; another team's is as good as absent. Throws `not_found`. */
export async function requirePronunciation(teamId: string, id: string): Promise<PronunciationRow> {
  const row = z.uuid().safeParse(id).success
    ? await database().pronunciation.findFirst({ where: { id, teamId }, include: pronunciationInclude })
    : null
  if (!row) throw new StudioError('not_found', 'There is no such pronunciation. It may have been deleted.')
  return row
}

/**
 * What a team's dictionary says now of the words in a script: only of those, since a video keeps it.
 * @param first words of the request itself, before the dictionary's.
 * @throws StudioError as {@link requireSayable}
 */
export async function pronunciationsIn(
  teamId: string,
  script: string,
  first: readonly CreatePronunciation[] = [],
): Promise<Pronunciation[]> {
  for (const [i, entry] of first.entries()) requireSayable(entry, `pronunciations.${i}.`)
  const own = first.map(({ word, said_as }) => ({ word, saidAs: said_as }))
  const dictionary = await database().pronunciation.findMany({
    where: { teamId },
    select: { word: true, saidAs: true },
    orderBy: { key: 'asc' },
  })
  const found = new Set<Pronunciation>()
  // Of two of one word the last counts.
  replaceWords(cleanCharacters(script), [...dictionary, ...own], ({ entry, written }) => {
    found.add(entry)
    return written
  })
  return [...found]
}
