import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type StudioProcess = {
  url: string
  port: number
  dataDir: string
  process: ChildProcess
  output: () => string
  /** As Ctrl-C would; resolves with the exit code. */
  stop: () => Promise<number | null>
  /** Ends it and removes its data. */
  dispose: () => Promise<void>
}

const READY = /Avatar Studio is ready at (\S+)/
const START_TIMEOUT_MS = 180_000

/** What configures a studio. Empty means unset, and wins over a developer's `.env`. */
const SETTINGS = [
  'AVATAR_PROVIDER',
  'BOSON_API_KEY',
  'BOSON_API_KEY_FILE',
  'BOSON_BASE_URL',
  'BOSON_PRICE_CURRENCY',
  'BOSON_PRICE_PER_SECOND',
  'DATABASE_URL',
  'FETCH_PRIVATE_ADDRESSES',
  'HOST',
  'NEXTAUTH_SECRET',
  'NODE_OPTIONS',
  'PUBLIC_URL',
  'S3_BUCKET',
  'STUDIO_URL',
]

/** The caller's environment without what would configure a studio: tests say everything themselves. */
function cleanEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(SETTINGS.map((name) => [name, '']))
  return { ...process.env, NODE_ENV: 'development', ...unset, ...changes }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts a studio just as `npm start` does, on its own port and data directory, and waits until it is ready. */
export async function startStudio(
  options: { env?: Record<string, string>; dataDir?: string; port?: number } = {},
): Promise<StudioProcess> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'studio-e2e-'))
  // Tests ask after their videos ten times a second.
  const limit = { RATE_LIMIT_PER_MINUTE: '6000' }
  const own = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...limit }
  const env = cleanEnvironment({ ...own, ...options.env })
  const child = spawn(process.execPath, ['bin/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const stop = () => {
    child.kill('SIGTERM')
    return exited
  }
  const url = await ready(child, () => printed).catch(async (error) => {
    await stop()
    throw error
  })
  return {
    url,
    port,
    dataDir,
    process: child,
    output: () => printed,
    stop,
    dispose: async () => {
      if (child.exitCode === null && child.signalCode === null) await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The studio ${why}. It printed:\n${printed()}`))
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT_MS)
    child.stdout?.on('data', () => {
      const url = READY.exec(printed())?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
}

/** Runs a command of the project to its end. */
export async function run(
  args: string[],
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { env: cleanEnvironment(options.env ?? {}), stdio: 'pipe' })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  child.stdin.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout, stderr }
}
