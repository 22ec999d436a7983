import 'server-only'
import { createHash } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'
import { log } from '@/lib/log'
import { asStudioError } from './error-response'

const KEPT_HOURS = 24
const LOCK_SECONDS = 120
const EXTEND_EVERY_MS = 40_000
/** 1 to 255 visible ASCII characters. */
const KEY = /^[\x21-\x7e]{1,255}$/
/** A claim and a look at who has it are two statements: between them a key may be given back. */
const MAX_CLAIMS = 5
/** Errors that another try may not meet again, though nothing of the request changes. */
const PASSING = new Set([401, 409, 429])

/**
 * Keeps a success as the answer inside the transaction that makes it true: both are there or neither is. Throws
 * `conflict` where another process has taken over meanwhile, so that what this one did is undone.
 */
export type KeepAnswer = (transaction: Transaction, body: unknown) => Promise<void>

export type OnceOptions = {
  request: Request
  teamId: string
  /** What was asked, as parsed: fields as they are, files by their sha256 (boundaries of forms differ each time). */
  asked: unknown
  /** Does it, and answers with JSON or throws. What must never be done twice hands its answer to `keepAnswer`. */
  run: (keepAnswer: KeepAnswer) => Promise<Response>
}

/**
 * Runs a request once for its header `Idempotency-Key`; without the header, simply runs it. For 24 hours the same key of
 * the same team is answered with the first answer again, marked `idempotent-replayed: true`: successes, and refusals
 * that would be the same (not 401, 409, 429 and 5xx, which give the key back). Throws `conflict` with code
 * `idempotency_in_flight` while the first is being answered, `invalid_request` with code `idempotency_mismatch` where
 * the key came with another request, and `invalid_request` for a key that is none.
 *
 * A client that lost the answer gets it again. A process that dies before it has one leaves a key "in flight" for two
 * minutes; then the next request with it runs again. What `run` has committed by then is done twice, unless it kept its
 * answer in the same transaction (`keepAnswer`).
 */
export async function once({ request, teamId, asked, run }: OnceOptions): Promise<Response> {
  const key = request.headers.get('idempotency-key')
  if (key === null) return run(async () => {})
  if (!KEY.test(key)) {
    throw new StudioError('invalid_request', 'Idempotency-Key must be 1 to 255 visible characters.', {
      param: 'Idempotency-Key',
    })
  }
  const claim = await take(teamId, key, fingerprintOf(request, asked))
  return 'answer' in claim ? claim.answer : settle(claim, run)
}

/** Removes the answers nobody may ask for any more. Returns how many. */
export async function sweepIdempotencyKeys(): Promise<number> {
  return database().$executeRaw`
    delete from "IdempotencyKey"
    where "createdAt" < now() - make_interval(hours => ${KEPT_HOURS}) and "lockedUntil" < now()`
}

/** Hex sha256 of method, path and what was parsed, whatever the order of its fields. */
function fingerprintOf(request: Request, asked: unknown): string {
  const sorted = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  const whole = JSON.stringify([request.method, new URL(request.url).pathname, asked], sorted)
  return createHash('sha256').update(whole).digest('hex')
}

/** `createdAt` tells this claim from a later one, should this process stall until another takes its place. */
type Claim = { teamId: string; key: string; createdAt: Date }
type Kept = { fingerprint: string; status: number | null; body: unknown }

/** Claims the key, or finds the answer it has. A key that is expired, or whose holder died, is as good as new. */
async function take(teamId: string, key: string, fingerprint: string): Promise<Claim | { answer: Response }> {
  for (let tries = 0; tries < MAX_CLAIMS; tries++) {
    const [claimed] = await database().$queryRaw<{ createdAt: Date }[]>`
      insert into "IdempotencyKey" as kept ("teamId", key, fingerprint, "lockedUntil")
      values (${teamId}::uuid, ${key}, ${fingerprint}, now() + make_interval(secs => ${LOCK_SECONDS}))
      on conflict ("teamId", key) do update
      set fingerprint = excluded.fingerprint, status = null, body = null,
        "lockedUntil" = excluded."lockedUntil", "createdAt" = excluded."createdAt"
      where kept."lockedUntil" < now() and (
        kept."createdAt" < now() - make_interval(hours => ${KEPT_HOURS})
        or (kept.status is null and kept.fingerprint = excluded.fingerprint))
      returning "createdAt"`
    if (claimed) return { teamId, key, createdAt: claimed.createdAt }
    const kept = await database().idempotencyKey.findUnique({ where: { teamId_key: { teamId, key } } })
    if (kept) return { answer: replay(kept, fingerprint) }
  }
  throw inFlight()
}

function replay(kept: Kept, fingerprint: string): Response {
  if (kept.fingerprint !== fingerprint) {
    throw new StudioError(
      'invalid_request',
      'This Idempotency-Key was used for another request. Use a new key for each.',
      { param: 'Idempotency-Key', code: 'idempotency_mismatch' },
    )
  }
  if (kept.status === null) throw inFlight()
  const headers = { 'cache-control': 'no-store', 'idempotent-replayed': 'true' }
  return Response.json(kept.body, { status: kept.status, headers })
}

function inFlight(): StudioError {
  return new StudioError(
    'conflict',
    'The first request with this Idempotency-Key is still being answered. Ask again in a moment.',
    { param: 'Idempotency-Key', code: 'idempotency_in_flight', retryAfter: 1 },
  )
}

/** Runs the claimed request, keeping the claim alive, and keeps its answer or gives the key back. */
async function settle(claim: Claim, run: OnceOptions['run']): Promise<Response> {
  const keepAnswer: KeepAnswer = async (transaction, body) => {
    if ((await keep(claim, 200, body, transaction)) === 0) throw inFlight()
  }
  const extending = setInterval(() => void extend(claim).catch(() => {}), EXTEND_EVERY_MS)
  try {
    const response = await run(keepAnswer)
    await finish(claim, response.status, await response.clone().json())
    return response
  } catch (error) {
    const known = asStudioError(error)
    await finish(claim, known.status, known.toBody())
    throw error
  } finally {
    clearInterval(extending)
  }
}

async function extend({ teamId, key, createdAt }: Claim): Promise<void> {
  await database().$executeRaw`
    update "IdempotencyKey" set "lockedUntil" = now() + make_interval(secs => ${LOCK_SECONDS})
    where "teamId" = ${teamId}::uuid and key = ${key} and "createdAt" = ${createdAt} and status is null`
}

/** Never throws: what was done is done, and its answer goes out even if it cannot be kept. */
async function finish(claim: Claim, status: number, body: unknown): Promise<void> {
  try {
    if (status >= 500 || PASSING.has(status)) await giveBack(claim)
    else await keep(claim, status, body)
  } catch (error) {
    log.warn({ err: error, teamId: claim.teamId }, 'the answer to an Idempotency-Key could not be kept')
  }
}

async function giveBack({ teamId, key, createdAt }: Claim): Promise<void> {
  await database().idempotencyKey.deleteMany({ where: { teamId, key, createdAt, status: null } })
}

/** Returns 0 where it is kept already, or where the claim is somebody else's by now. */
async function keep(
  { teamId, key, createdAt }: Claim,
  status: number,
  body: unknown,
  writer: Transaction = database(),
): Promise<number> {
  return writer.$executeRaw`
    update "IdempotencyKey"
    set status = ${status}, body = ${JSON.stringify(body)}::jsonb, "lockedUntil" = now()
    where "teamId" = ${teamId}::uuid and key = ${key} and "createdAt" = ${createdAt} and status is null`
}
