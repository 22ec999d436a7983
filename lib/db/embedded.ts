import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries'

/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
const NOBODY = 65534
/** `sun_path` holds 107 bytes on Linux; the socket's own name takes 16. */
const MAX_SOCKET_DIR = 90
const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 15_000
const KILLED_GRACE_MS = 10_000

export type EmbeddedPostgres = { url: string; startedHere: boolean; stop: () => Promise<void> }

/**
 * Runs a real PostgreSQL under `dataDir`, reachable over a Unix socket only. One that a killed studio left behind
 * is taken over. `stop` ends it whoever started it, and resolves when it is down.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const cluster = path.join(dataDir, 'postgres')
  const socketDir = socketDirectory(dataDir)
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDir)}`
  const running = async () => ({ url, startedHere: false, stop: () => stopPostmaster(cluster) })
  if (postmasterPid(cluster) && (await accepts(url))) return running()

  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  ownedDirectory(cluster)
  ownedDirectory(socketDir)
  const binaries = await postgresBinaries()
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise(binaries, cluster)

  const logFile = path.join(dataDir, 'postgres.log')
  const start = () => launch(binaries, cluster, socketDir, logFile)
  let server = start()
  const startedAt = Date.now()
  while (!(await accepts(url))) {
    const waited = Date.now() - startedAt
    if (hasEnded(server) && existsSync(lockFile(cluster)) && waited < KILLED_GRACE_MS) {
      // One that was just killed may still be dying, or its children; its lock file holds until then.
      await sleep(200)
      server = start()
    } else if (hasEnded(server) || waited > START_TIMEOUT_MS) {
      throw new Error(
        `The embedded PostgreSQL did not start. Its last words: ${lastLine(logFile)} (all of it: ${logFile})`,
      )
    }
    await sleep(30)
  }
  if (hasEnded(server)) return running()
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.unref()
  return {
    url,
    startedHere: true,
    stop: async () => {
      server.ref()
      await stopPostmaster(cluster)
      await exited
    },
  }
}

/** The URL of a PostgreSQL already running under `dataDir`, or null. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDirectory(dataDir))}`
  return postmasterPid(path.join(dataDir, 'postgres')) && (await accepts(url)) ? url : null
}

function socketDirectory(dataDir: string): string {
  const inside = path.join(dataDir, 'socket')
  if (Buffer.byteLength(inside) <= MAX_SOCKET_DIR) return inside
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `avatar-studio-${process.getuid?.() ?? 0}-${hash}`)
}

/** A directory only the account that runs PostgreSQL may enter. */
function ownedDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (isRoot()) chownSync(directory, NOBODY, NOBODY)
  else if (statSync(directory).uid !== process.getuid?.()) {
    throw new Error(`${directory} belongs to somebody else. Remove it, or set DATA_DIR to another directory.`)
  }
}

const isRoot = () => process.getuid?.() === 0

/**
 * As root: become `nobody`, but keep the right to pass directories closed to others, because a clone or a data
 * directory may lie below a 0700 directory such as /root.
 */
function asUnprivileged(command: string, args: string[]): [string, string[]] {
  if (!isRoot()) return [command, args]
  const identity = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  return [
    'setpriv',
    [...identity, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', command, ...args],
  ]
}

async function initialise(binaries: PostgresBinaries, cluster: string): Promise<void> {
  const options = ['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C']
  const [command, args] = asUnprivileged(binaries.initdb, options)
  await promisify(execFile)(command, args)
}

function launch(
  binaries: PostgresBinaries,
  cluster: string,
  socketDir: string,
  logFile: string,
): ChildProcess {
  const settings = [
    `unix_socket_directories=${socketDir}`,
    'listen_addresses=',
    'max_connections=60',
    'shared_buffers=64MB',
  ]
  const [command, args] = asUnprivileged(binaries.postgres, [
    '-D',
    cluster,
    ...settings.flatMap((s) => ['-c', s]),
  ])
  const logFd = openSync(logFile, 'a')
  // Its own session: Ctrl-C in the terminal must reach the studio first, which stops PostgreSQL last.
  const server = spawn(command, args, { stdio: ['ignore', logFd, logFd], detached: true, cwd: '/' })
  closeSync(logFd)
  server.on('error', () => {})
  return server
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const lockFile = (cluster: string) => path.join(cluster, 'postmaster.pid')

/** The process id in `postmaster.pid`, if that process is alive. */
function postmasterPid(cluster: string): number | null {
  const file = lockFile(cluster)
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return pid > 0 && isAlive(pid) ? pid : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Fast shutdown (SIGINT): open transactions are rolled back, data is checkpointed. */
async function stopPostmaster(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster)
  if (!pid) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (isAlive(pid) && existsSync(lockFile(cluster)) && Date.now() < deadline) await sleep(20)
}

function lastLine(file: string): string {
  return existsSync(file) ? (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '') : 'none'
}
