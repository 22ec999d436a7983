import 'server-only'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'
import { dictionaryKey } from '@/lib/engine/speech/text/dictionary'
import { pronunciationInclude, requirePronunciation, toPronunciation } from './data'
import { requireSayable } from './require-sayable'
import {
  type CreatePronunciation,
  MAX_PRONUNCIATIONS,
  type PronunciationView,
  type UpdatePronunciation,
} from './schema'

/**
 * Adds a word to the dictionary of the caller's team. Throws `conflict` for one that is there and where it is full, and
 * `invalid_request` for what cannot be said.
 */
export async function createPronunciation(
  { teamId, userId }: Caller,
  { word, said_as, note }: CreatePronunciation,
): Promise<PronunciationView> {
  requireSayable({ word, said_as })
  const row = await database().$transaction(async (transaction) => {
    await lockDictionary(transaction, teamId)
    if ((await transaction.pronunciation.count({ where: { teamId } })) >= MAX_PRONUNCIATIONS) {
      throw new StudioError(
        'conflict',
        `The dictionary holds ${MAX_PRONUNCIATIONS} words and is full. Delete one that is no longer needed, then add this one.`,
      )
    }
    await requireNew(transaction, teamId, word)
    const data = { teamId, createdById: userId, word, key: dictionaryKey(word), saidAs: said_as, note }
    return transaction.pronunciation.create({ data, include: pronunciationInclude })
  })
  return toPronunciation(row)
}

/** Changes what is given. Videos that are made or under way keep what was said of the word then. Throws as above. */
export async function updatePronunciation(
  teamId: string,
  id: string,
  { word, said_as, note }: UpdatePronunciation,
): Promise<PronunciationView> {
  await requirePronunciation(teamId, id)
  requireSayable({ word, said_as })
  const row = await database().$transaction(async (transaction) => {
    await lockDictionary(transaction, teamId)
    if (word !== undefined) await requireNew(transaction, teamId, word, id)
    const key = word && dictionaryKey(word)
    const data = { word, key, saidAs: said_as, note }
    return transaction.pronunciation.update({ where: { id }, data, include: pronunciationInclude })
  })
  return toPronunciation(row)
}

/** Removes a word. Throws `not_found`. */
export async function deletePronunciation(teamId: string, id: string): Promise<void> {
  await requirePronunciation(teamId, id)
  await database().pronunciation.deleteMany({ where: { id } })
}

/** One change of a dictionary at a time. */
async function lockDictionary(transaction: Transaction, teamId: string): Promise<void> {
  await transaction.$queryRaw`select 1 from "Team" where id = ${teamId}::uuid for update`
}

async function requireNew(
  transaction: Transaction,
  teamId: string,
  word: string,
  ownId?: string,
): Promise<void> {
  const same = await transaction.pronunciation.findFirst({ where: { teamId, key: dictionaryKey(word) } })
  if (!same || same.id === ownId) return
  throw new StudioError(
    'conflict',
    `“${same.word}” is in the dictionary already. Change what is said there.`,
    {
      param: 'word',
    },
  )
}
