import 'server-only'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { sizeSchema } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { log } from '@/lib/log'
import { provider } from '@/lib/provider/choose'
import type { AvatarProvider, Operation, StartOptions, VideoRequest } from '@/lib/provider/provider'
import { assetKey, recordKey, storage, videoKey } from '@/lib/storage/files'
import { framingOf } from './framing'
import { Cancelled, type HeldLease, holdLease, LeaseLost, releaseLease, takeLease } from './lease'
import { liveSink } from './live'
import { CANCELLED } from './mutations'
import { priceOf } from './offers'
import { keepResult } from './result'
import { scriptSchema } from './script'
import { tellEnd } from './tell-end'

/** A video that took its worker down this often is given up. */
const MAX_ATTEMPTS = 3

const include = { portrait: true, recording: true, reference: true } satisfies Prisma.VideoInclude
type Row = Prisma.VideoGetPayload<{ include: typeof include }>

/** What the row's `operation` holds while a start is under way whose outcome nobody knows yet. */
const STARTING: Operation = { starting: true }
const operationSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/**
 * Takes a video from wherever its row says it is to its end. Safe to call for any id, any number of times, from any
 * number of workers: only the holder of the lease does anything. When `signal` aborts (the worker is told to stop), the
 * video is given back unfinished.
 * @param makerOf who makes videos, by the name on the row
 */
export async function runVideo(
  id: string,
  owner: string,
  signal: AbortSignal,
  makerOf: (name: Row['provider']) => AvatarProvider = provider,
): Promise<void> {
  if (!(await takeLease(id, owner))) return
  const row = await database().video.findUnique({ where: { id }, include })
  if (!row) return
  const lease = holdLease(id, owner)
  try {
    if (row.cancelRequestedAt) throw new Cancelled()
    await drive({
      row,
      owner,
      lease,
      maker: makerOf(row.provider),
      operation: null,
      releases: [],
      signal: AbortSignal.any([signal, lease.signal]),
    })
  } catch (thrown) {
    const error = lease.signal.aborted ? lease.signal.reason : thrown
    if (error instanceof Cancelled) await finish(id, owner, { ...CANCELLED })
    else if (signal.aborted) await releaseLease(id, owner)
    else if (!(error instanceof LeaseLost)) await fail(id, owner, error)
  } finally {
    lease.stop()
  }
}

/** One run of one video by one worker. */
type Job = {
  row: Row
  owner: string
  lease: HeldLease
  maker: AvatarProvider
  /** What is under way now. */
  operation: Operation | null
  /** Local copies of inputs, to be let go of at the end. */
  releases: (() => Promise<void>)[]
  /** Aborts when the worker stops, the person cancels or the lease is lost. */
  signal: AbortSignal
}

async function drive(job: Job): Promise<void> {
  try {
    job.operation = await begin(job)
    await complete(job, await follow(job, job.operation))
  } catch (error) {
    if (job.operation) await job.maker.cancel(job.operation)
    throw error
  } finally {
    await Promise.all(job.releases.map((release) => release()))
  }
}

/** Asks after the operation until it is completed; a lost one is started again where that costs nothing. */
async function follow(job: Job, first: Operation): Promise<Operation> {
  const { maker, lease, signal } = job
  const seconds = job.row.expectedSeconds
  const startedAt = Date.now()
  let operation = first
  let progress = 0
  for (;;) {
    const status = await maker.status(operation, signal)
    if (status.state === 'completed') return operation
    if (status.state === 'failed') throw status.error
    if (status.state === 'lost') operation = await restart(job)
    else if (status.state === 'again') operation = await start(job, status.plan)
    else {
      progress = status.progress
      lease.report({ stage: status.stage, progress })
    }
    const elapsedMs = Date.now() - startedAt
    if (elapsedMs > maker.deadlineMs(seconds)) {
      throw new StudioError(
        'render_failed',
        'This took far too long and was stopped. Your inputs are kept; try again.',
      )
    }
    await sleep(maker.pollMs({ elapsedMs, seconds, progress }), undefined, { signal })
  }
}

/** Starts a lost operation anew. One that was ordered and may have been billed is not ordered again. */
async function restart(job: Job): Promise<Operation> {
  if (job.maker.repeatable) return start(job)
  throw new StudioError(
    'upstream_failed',
    'The upstream took this video and knows nothing of it any more. It may have been billed: look at your account there before you try again.',
  )
}

/** The operation to follow: the row's, where an earlier worker started one, else a new one. */
async function begin(job: Job): Promise<Operation> {
  const { row, maker } = job
  const known = operationSchema.nullable().parse(row.operation)
  if (known && !known.starting) return known
  if (known && !maker.repeatable) {
    throw new StudioError(
      'outcome_unknown',
      'The studio stopped while this video was being ordered, so it may or may not have been billed. Look at your account there before you try again.',
    )
  }
  return start(job)
}

/** Starts the work, with the intent on the row before and the operation on it after. */
async function start(job: Job, plan?: Operation): Promise<Operation> {
  const { row, owner, signal } = job
  const { attempts } = await database().video.update({
    where: { id: row.id, leaseOwner: owner },
    data: {
      status: 'in_progress',
      operation: STARTING,
      attempts: { increment: 1 },
      startedAt: row.startedAt ?? new Date(),
    },
    select: { attempts: true },
  })
  if (attempts > MAX_ATTEMPTS) {
    throw new StudioError(
      'render_failed',
      `This video stopped the studio ${MAX_ATTEMPTS} times, so it was given up. Try another picture or recording.`,
    )
  }
  const live = row.live ? liveSink(row.id, attempts) : null
  job.operation = await order(job, { signal, live, plan })
  await database().video.update({
    where: { id: row.id, leaseOwner: owner },
    data: { operation: job.operation },
  })
  return job.operation
}

/** Where nothing was ordered before the worker had to stop, the row says so: the next one starts afresh. */
async function order(job: Job, options: StartOptions): Promise<Operation> {
  const { row, owner, maker } = job
  try {
    return await maker.start(await requestOf(job), options)
  } catch (error) {
    const isUnknown = error instanceof StudioError && error.type === 'outcome_unknown'
    if (options.signal.aborted && !isUnknown) {
      await database().video.updateMany({
        where: { id: row.id, leaseOwner: owner },
        data: { operation: Prisma.DbNull, attempts: { decrement: 1 } },
      })
    }
    throw error
  }
}

async function requestOf({ row, releases }: Job): Promise<VideoRequest> {
  const load = async ({ sha256, contentType }: { sha256: string; contentType: string }) => {
    const copy = await storage().localCopy(assetKey(sha256))
    releases.push(copy.release)
    return { path: copy.path, contentType }
  }
  const speech = async (): Promise<VideoRequest['speech']> => {
    if (row.recording) return { kind: 'recording', file: await load(row.recording) }
    const { input, voice, ref_text, pronunciations } = scriptSchema.parse(row.speech)
    const reference = row.reference && { clip: await load(row.reference), text: ref_text ?? null }
    return { kind: 'script', text: input, voice, reference, pronunciations }
  }
  return {
    model: row.model,
    size: sizeSchema.parse(row.size),
    seed: row.seed,
    seconds: row.expectedSeconds,
    portrait: await load(row.portrait),
    framing: framingOf(row.framing),
    speech: await speech(),
    earlier: row.retakeOf ? await earlierFilm(row.retakeOf, releases) : null,
  }
}

/** The film of another video with its record; null where they are not there (any more). */
async function earlierFilm(id: string, releases: Job['releases']): Promise<VideoRequest['earlier']> {
  const keys = [videoKey(id), recordKey(id)]
  const sizes = await Promise.all(keys.map((key) => storage().size(key)))
  if (sizes.includes(null)) return null
  const [film, record] = await Promise.all(keys.map((key) => storage().localCopy(key)))
  releases.push(film.release, record.release)
  return { film: film.path, record: record.path }
}

async function complete({ row, owner, lease, maker, signal }: Job, operation: Operation): Promise<void> {
  lease.report({ stage: 'finishing', progress: 98 })
  const content = await maker.content(operation, signal)
  try {
    const result = await keepResult(row.id, content)
    const words = content.words ?? undefined
    const done = { status: 'completed', stage: 'finishing', progress: 100 } as const
    await finish(row.id, owner, { ...result, ...costOf(row.provider, result.seconds), words, ...done })
  } finally {
    await Promise.all(
      [content.video, content.poster, content.record].map((file) => file && rm(file, { force: true })),
    )
  }
}

/** What so many seconds cost today. */
function costOf(maker: Row['provider'], seconds: number) {
  const price = priceOf(maker)
  return price && { cost: price.perSecond * seconds, costCurrency: price.currency }
}

async function fail(id: string, owner: string, error: unknown): Promise<void> {
  const known = error instanceof StudioError ? error : null
  if (!known || known.cause) log.error({ err: error, videoId: id }, 'a video failed')
  await finish(id, owner, {
    status: 'failed',
    errorType: known?.type ?? 'render_failed',
    errorMessage: known?.message ?? 'The render stopped unexpectedly. Your inputs are kept; try again.',
  })
}

/** Writes the end of a video, if the lease still holds, lets go of it, and leaves word for webhooks. */
async function finish(id: string, owner: string, data: Prisma.VideoUpdateManyMutationInput): Promise<void> {
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.video.updateMany({
      where: { id, leaseOwner: owner },
      data: { ...data, finishedAt: new Date(), leaseOwner: null, leaseUntil: null },
    })
    if (count === 1) await tellEnd(transaction, id)
  })
}
