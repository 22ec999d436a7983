import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { createSpeechSchema } from '@/lib/boson/requests'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { type KeepAnswer, once } from '@/lib/http/idempotency'
import { json } from '@/lib/http/route'
import { keepAsset } from '@/lib/videos/assets'
import { checkSpeech } from '@/lib/videos/create'
import { inspectPortrait } from '@/lib/videos/inspect'
import { findBatch } from './data'
import { type BatchBody, inRow } from './request'
import type { BatchDetail } from './schema'

/** The portrait goes into storage inside the transaction, and storage may be far away. */
const STORE_TIMEOUT_MS = 60_000

/** Makes a batch once for the request's `Idempotency-Key` and answers with it; batch and answer appear together. */
export function answerWithBatch(request: Request, caller: Caller, body: BatchBody): Promise<Response> {
  const run = async (keepAnswer: KeepAnswer) => json(await createBatch(caller, body, keepAnswer))
  return once({ request, teamId: caller.teamId, asked: body.fingerprint, run })
}

/**
 * Keeps a batch for the workers to make. Everything its portrait or any of its rows could be refused for is refused here,
 * before anything exists; what a row is refused for names the row.
 */
export async function createBatch(
  caller: Caller,
  body: BatchBody,
  keepAnswer: KeepAnswer = async () => {},
): Promise<BatchDetail> {
  const { teamId, userId } = caller
  const file = await body.files.receive(body.portrait, 'ref_image')
  const { asset, report } = await inspectPortrait(file, body.framing)
  const rows = await checkRows(teamId, body)
  const id = `batch_${randomBytes(12).toString('hex')}`
  return database().$transaction(
    async (transaction) => {
      const portraitId = (await keepAsset(transaction, teamId, asset)).id
      const { size, framing } = body
      const { notices } = report
      const title = body.title || (rows[0]?.title ?? '')
      await transaction.batch.create({
        data: { id, teamId, createdById: userId, title, size, framing, notices, portraitId },
      })
      await transaction.batchRow.createMany({ data: rows.map((row) => ({ ...row, batchId: id })) })
      const batch = await findBatch(teamId, id, transaction)
      await keepAnswer(transaction, batch)
      return batch
    },
    { timeout: STORE_TIMEOUT_MS },
  )
}

/** One after the other, so that the first row at fault is the one that is named. */
async function checkRows(teamId: string, { rows, voice, files }: BatchBody) {
  const checked = []
  for (const [index, line] of rows.entries()) {
    const number = index + 1
    try {
      const speech = createSpeechSchema.parse({ input: line.input, voice: line.voice || voice })
      const { script, reference, seconds, title } = await checkSpeech(teamId, { speech, files }, env.provider)
      const referenceId = reference && 'id' in reference ? reference.id : null
      checked.push({ number, title: line.title || title, speech: script ?? {}, referenceId, seconds })
    } catch (error) {
      throw error instanceof StudioError ? inRow(number, error) : error
    }
  }
  return checked
}
