import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { sessionSecret } from '@/lib/auth/secret'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { childEnv } from '@/lib/env'
import { prepareQueue } from '@/lib/queue/queue'
import { prepare } from './prepare'

export type LaunchOptions = {
  root: string
  dataDir: string
  host: string
  port: number
  publicUrl: string
  /** Somebody's own PostgreSQL; without it one is started under `dataDir`. */
  databaseUrl?: string
  /** Signs sessions; without it one is made and kept under `dataDir`. */
  authSecret?: string
  /** Sentences for the person at the terminal. */
  say: (sentence: string) => void
}

export type Studio = { url: string; databaseUrl: string; stop: () => Promise<void>; failed: Promise<Error> }

/** Any fixed number: whoever holds this lock owns the data directory. */
const OWNER_LOCK = 7_203_441_905
const READY_TIMEOUT_MS = 60_000
const GRACE_MS = 8000
const STALE_TEMPORARY_MS = 3600_000
/** A part that ends sooner than this after its start, this often in a row, is not started again. */
const QUICK_END_MS = 5000
const MAX_QUICK_ENDS = 5

/**
 * Everything on one machine: database, migrations, worker, web. Resolves once `/healthz` answers 200. Parts that die
 * are started again. `stop` ends all of it in order. Throws one plain sentence where something stands in the way.
 */
export async function launchStudio(options: LaunchOptions): Promise<Studio> {
  const { root, dataDir, host, port } = options
  await requireFreePort(host, port)
  await prepare(root, options.say)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })

  const database = options.databaseUrl ? null : await startEmbeddedPostgres(dataDir)
  const url = options.databaseUrl ?? database?.url ?? ''
  const owner = database && (await claimDataDirectory(database, dataDir))
  const parts: Part[] = []
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()))
    await owner?.end().catch(() => {})
    await database?.stop()
  }
  try {
    await applyMigrations(url, await readMigrations(path.join(root, 'prisma/migrations')))
    await prepareQueue(url)
    removeStaleFiles(path.join(dataDir, 'temporary'))
    const environment = {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: options.publicUrl,
      NEXTAUTH_SECRET: options.authSecret ?? sessionSecret(dataDir),
      NEXTAUTH_URL: options.publicUrl,
    }
    const tied = ['--import', path.join(root, 'bin/tied.mjs')]
    const typescript = ['--import', path.join(root, 'bin/typescript.mjs')]
    const next = path.join(root, 'node_modules/next/dist/bin/next')
    parts.push(
      keepRunning(root, 'worker/main.ts', [], typescript, environment),
      keepRunning(root, next, ['start', '-p', String(port), '-H', host], tied, environment),
    )
    await untilHealthy(`http://${reachable(host)}:${port}/healthz`, parts)
    return {
      url: options.publicUrl,
      databaseUrl: url,
      stop,
      failed: Promise.race(parts.map((part) => part.failed)),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function requireFreePort(host: string, port: number): Promise<void> {
  // A studio that was just killed may need a moment to let go.
  for (let tries = 0; ; tries++) {
    const server = createServer()
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, host, () => server.close(() => resolve(true)))
    })
    if (free) return
    if (tries === 10)
      throw new Error(`Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`)
    await sleep(200)
  }
}

/** PostgreSQL lets go of the lock when its holder dies, however it dies. */
async function claimDataDirectory(database: EmbeddedPostgres, dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      OWNER_LOCK,
    ])
    if (rows[0]?.taken) return client
    await sleep(200)
  }
  await client.end()
  throw new Error(
    `Another studio is running on ${dataDir}. Stop it, or give this one its own: DATA_DIR=.data2 npm start`,
  )
}

function removeStaleFiles(directory: string): void {
  mkdirSync(directory, { recursive: true })
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name)
    if (Date.now() - statSync(file).mtimeMs > STALE_TEMPORARY_MS)
      rmSync(file, { recursive: true, force: true })
  }
}

type Part = { failed: Promise<Error>; stop: () => Promise<void> }

/** A child process that is started again when it dies, unless it keeps dying at once. */
function keepRunning(
  root: string,
  file: string,
  args: string[],
  execArgv: string[],
  environment: Record<string, string>,
): Part {
  let stopping = false
  let child: ChildProcess
  let quickEnds = 0
  let giveUp: (error: Error) => void
  const failed = new Promise<Error>((resolve) => {
    giveUp = resolve
  })
  const start = () => {
    const startedAt = Date.now()
    // Next prints a banner of its own; trouble goes to standard error.
    child = fork(file, args, {
      cwd: root,
      execArgv,
      env: childEnv(environment),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('exit', (code, signal) => {
      if (stopping) return
      quickEnds = Date.now() - startedAt < QUICK_END_MS ? quickEnds + 1 : 0
      if (quickEnds < MAX_QUICK_ENDS) start()
      else
        giveUp(
          new Error(
            `${path.relative(root, path.resolve(root, file))} keeps stopping (${signal ?? `code ${code}`}).`,
          ),
        )
    })
  }
  start()
  return {
    failed,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      await gone
      clearTimeout(late)
    },
  }
}

/** An address of this machine that reaches whatever listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function untilHealthy(address: string, parts: Part[]): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  const failed = Promise.race(parts.map((part) => part.failed))
  while (Date.now() < deadline) {
    const answer = await Promise.race([
      failed,
      fetch(address).then(
        (response) => response.ok,
        () => false,
      ),
    ])
    if (answer instanceof Error) throw answer
    if (answer) return
    await sleep(100)
  }
  throw new Error(
    'The studio did not become ready within a minute. Run `npm run studio -- doctor` to see what is missing.',
  )
}
