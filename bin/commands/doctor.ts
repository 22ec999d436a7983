import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { runningEmbeddedPostgres } from '@/lib/db/embedded'
import { readMigrations } from '@/lib/db/migrations'
import { postgresBinaries } from '@/lib/db/postgres-binaries'
import { env } from '@/lib/env'
import { storage } from '@/lib/storage/files'

type Finding = { what: string; good: boolean; words: string }

/** `studio doctor`: what is configured, reachable, missing. Exits 1 where something is wrong. */
export async function doctor(): Promise<number> {
  const findings = [
    { what: 'Node.js', good: true, words: process.versions.node },
    dataDirectory(),
    await database(),
    await upstream(),
    await web(),
    await files(),
  ]
  for (const { what, good, words } of findings)
    console.log(`${good ? 'ok     ' : 'missing'}  ${what.padEnd(15)} ${words}`)
  return findings.every((finding) => finding.good) ? 0 : 1
}

function dataDirectory(): Finding {
  const what = 'Data directory'
  try {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
    accessSync(env.dataDir, constants.W_OK)
    return { what, good: true, words: env.dataDir }
  } catch {
    return {
      what,
      good: false,
      words: `${env.dataDir} cannot be written to. Set DATA_DIR to a directory of yours.`,
    }
  }
}

async function database(): Promise<Finding> {
  const what = 'PostgreSQL'
  const url = env.databaseUrl ?? (await runningEmbeddedPostgres(env.dataDir))
  if (!url) {
    const found = await postgresBinaries().then(
      ({ postgres }) => existsSync(postgres),
      () => false,
    )
    return found
      ? { what, good: true, words: 'embedded, not running now; `npm start` starts it' }
      : { what, good: false, words: 'no embedded one for this platform. Set DATABASE_URL.' }
  }
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    const known = await readMigrations(path.join(process.cwd(), 'prisma/migrations'))
    const { rows } = await client.query<{ name: string | null }>(
      `select to_regclass('"_prisma_migrations"')::text as name`,
    )
    const applied = rows[0]?.name
      ? (await client.query('select 1 from "_prisma_migrations" where finished_at is not null')).rows.length
      : 0
    const kind = env.databaseUrl ? 'at DATABASE_URL' : 'embedded, running'
    return { what, good: true, words: `${kind}; ${applied} of ${known.length} migrations applied` }
  } catch (error) {
    return { what, good: false, words: `not reachable: ${error instanceof Error ? error.message : error}` }
  } finally {
    await client.end().catch(() => {})
  }
}

async function upstream(): Promise<Finding> {
  const what = 'Provider'
  if (env.provider === 'local') return { what, good: true, words: 'local engine (no BOSON_API_KEY needed)' }
  const reachable = await fetch(env.boson.baseUrl, {
    signal: AbortSignal.timeout(5000),
    redirect: 'manual',
  }).then(
    () => true,
    () => false,
  )
  return reachable
    ? { what, good: true, words: `Boson at ${env.boson.baseUrl}, reachable` }
    : {
        what,
        good: false,
        words: `Boson at ${env.boson.baseUrl} does not answer. Check BOSON_BASE_URL and the network.`,
      }
}

async function web(): Promise<Finding> {
  const address = `http://localhost:${env.port}/healthz`
  const status = await fetch(address, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.status,
    () => null,
  )
  const words =
    status === null ? 'not running' : status === 200 ? 'running, healthy' : `running, but answers ${status}`
  return { what: `Port ${env.port}`, good: status === null || status === 200, words }
}

async function files(): Promise<Finding> {
  const what = 'Storage'
  const where = env.s3 ? `S3 bucket ${env.s3.bucket}` : `files in ${path.join(env.dataDir, 'files')}`
  try {
    await storage().size('doctor')
    return { what, good: true, words: where }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { what, good: false, words: `${where} cannot be read (${reason}). Check the S3_ variables.` }
  }
}
