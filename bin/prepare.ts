import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { childEnv } from '@/lib/env'

/** What the production build is made from. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'pages',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = '.next/source-hash'
const CLIENT = 'lib/db/generated'
const KERNEL = 'lib/engine/render/generated'

/** Generates the database client, builds the renderer's kernel and the pages, each only when its sources changed since. */
export async function prepare(root: string, say: (sentence: string) => void): Promise<void> {
  await generateClient(root)
  await buildKernel(root)
  const sources = await hashOf(root, SOURCES)
  if ((await readStamp(path.join(root, STAMP))) === sources) return
  say('Building the pages. This takes about a minute, and only when something changed.')
  await run(root, ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' })
  await writeFile(path.join(root, STAMP), sources)
}

/**
 * Prisma looks for its native schema engine before it generates, and would download it; generating needs none, so any
 * executable satisfies it.
 */
export async function generateClient(root: string): Promise<void> {
  const stamp = path.join(root, CLIENT, 'source-hash')
  const sources = await hashOf(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if ((await readStamp(stamp)) === sources) return
  const changes = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  await run(root, ['node_modules/prisma/build/index.js', 'generate'], changes)
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, sources)
}

/** Builds the renderer's hot loops from AssemblyScript to WebAssembly with SIMD. */
export async function buildKernel(root: string): Promise<void> {
  const sources = 'lib/engine/render/assembly'
  const stamp = path.join(root, KERNEL, 'source-hash')
  const hash = await hashOf(root, [sources, 'package-lock.json'])
  if ((await readStamp(stamp)) === hash) return
  await mkdir(path.dirname(stamp), { recursive: true })
  const built = path.join(root, KERNEL, `${process.pid}.wasm`)
  const options = [
    '--optimizeLevel',
    '3',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--importMemory',
    '--noAssert',
  ]
  await run(
    root,
    ['node_modules/assemblyscript/bin/asc.js', `${sources}/draw-person.ts`, '-o', built, ...options],
    {},
  )
  // Whole or not at all, for whoever opens it meanwhile.
  await rename(built, path.join(root, KERNEL, 'draw-person.wasm'))
  await writeFile(stamp, hash)
}

async function readStamp(file: string): Promise<string | null> {
  return existsSync(file) ? readFile(file, 'utf8') : null
}

async function hashOf(root: string, entries: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const entry of entries) {
    for (const file of await filesUnder(path.join(root, entry))) {
      hash.update(path.relative(root, file)).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/** Files at or below a path, in a fixed order; what is generated, and tests, left out. */
async function filesUnder(entry: string): Promise<string[]> {
  if (!existsSync(entry)) return []
  const children = await readdir(entry, { withFileTypes: true }).catch(() => null)
  if (!children) return [entry]
  const nested = children
    .filter((child) => child.name !== 'generated' && !child.name.endsWith('.test.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((child) => filesUnder(path.join(entry, child.name)))
  return (await Promise.all(nested)).flat()
}

/** Runs one of the project's tools quietly; what it printed is shown only if it fails. */
async function run(root: string, args: string[], changes: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: childEnv({ NEXT_TELEMETRY_DISABLED: '1', ...changes }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code === 0) return
  throw new Error(`${args.join(' ')} failed:\n${Buffer.concat(printed).toString('utf8').trim()}`)
}
