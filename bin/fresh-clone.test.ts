import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childEnv } from '@/lib/env'

/** What the commands read before anything has been built. */
const SOURCES = [
  'bin',
  'lib',
  'package.json',
  'package-lock.json',
  'prisma',
  'prisma.config.ts',
  'tsconfig.json',
]

let clone = ''

/** The sources as a clone has them after `npm install`: nothing generated, nothing built. */
beforeEach(async () => {
  clone = await mkdtemp(path.join(tmpdir(), 'fresh-clone-'))
  const filter = (file: string) => path.basename(file) !== 'generated'
  for (const entry of SOURCES)
    await cp(path.resolve(entry), path.join(clone, entry), { recursive: true, filter })
  await symlink(path.resolve('node_modules'), path.join(clone, 'node_modules'))
})

afterEach(() => rm(clone, { recursive: true, force: true }))

function run(file: string, changes: Record<string, string>): Promise<{ code: unknown; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { cwd: clone, env: childEnv(changes) }, (error, _output, errors) =>
      resolve({ code: error?.code ?? 0, errors }),
    )
  })
}

test('the command line answers in a clone that was never built', async () => {
  const { code, errors } = await run('bin/studio.mjs', {})
  expect(errors).toMatch(/^Usage:/)
  expect(code).toBe(2)
})

test('npm start gets as far as its port in a clone that was never built', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const address = holder.address()
  const port = address && typeof address === 'object' ? String(address.port) : ''
  const { code, errors } = await run('bin/start.mjs', { HOST: '127.0.0.1', PORT: port })
  await new Promise((resolve) => holder.close(resolve))
  expect(errors).toContain(`Port ${port} is in use.`)
  expect(code).toBe(1)
})
