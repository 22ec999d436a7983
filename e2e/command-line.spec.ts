import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { bearer } from './support/api'
import { probe } from './support/media'
import { OWNER, PORTRAIT, shared } from './support/shared'
import { run } from './support/studio-process'

const studio = (args: string[], env: Record<string, string> = {}, input?: string) =>
  run(['bin/studio.mjs', ...args], { env, input })

let scratch: string

test.beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'studio-cli-'))
})

test.afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

test('create, with a running studio, writes the file and one object', async () => {
  const { url, media } = shared()
  const out = path.join(scratch, 'recorded.mp4')
  const key = await ownerKey()
  const made = await studio(
    ['create', '--image', PORTRAIT, '--audio', media.wav, '--size', '640x480', '--out', out, '--json'],
    {
      STUDIO_URL: url,
      STUDIO_API_KEY: key,
    },
  )
  expect(made.code, made.stderr).toBe(0)
  expect(JSON.parse(made.stdout)).toMatchObject({
    status: 'completed',
    width: 640,
    height: 480,
    bytes: statSync(out).size,
  })
  expect((await probe(out)).video).toMatchObject({ codec_name: 'h264', width: 640, height: 480 })
})

test('create, with none running, starts one for the occasion and leaves nothing behind', async () => {
  const out = path.join(scratch, 'occasion.mp4')
  const made = await studio([
    'create',
    '--image',
    PORTRAIT,
    '--text',
    'On my own.',
    '--voice',
    'marcus',
    '--out',
    out,
    '--json',
  ])
  expect(made.code, made.stderr).toBe(0)
  const { id, seconds, elapsed_ms } = JSON.parse(made.stdout)
  expect(id).toMatch(/^video_[0-9a-f]{24}$/)
  expect(elapsed_ms).toBeGreaterThan(0)
  expect(Math.abs((await probe(out)).seconds - seconds)).toBeLessThan(0.05)
})

test('create says why it cannot', async () => {
  const { url } = shared()
  const env = { STUDIO_URL: url, STUDIO_API_KEY: await ownerKey() }
  const out = path.join(scratch, 'never.mp4')
  const refused = await studio(['create', '--image', 'package.json', '--text', 'Hi.', '--out', out], env)
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/PNG, JPEG or WebP/)
  expect(refused.stdout).toBe('')
  expect((await studio(['create', '--image', PORTRAIT, '--out', out], env)).code).toBe(2)
  expect(
    (await studio(['create', '--image', 'nowhere.png', '--text', 'Hi.', '--out', out], env)).stderr,
  ).toMatch(/nowhere\.png/)
})

test('accounts and keys; doctor', async () => {
  const { dataDir, port } = shared()
  const env = { DATA_DIR: dataDir, PORT: String(port) }
  const short = await studio(['user', 'add', '--email', 'b@example.org', '--password-stdin'], env, 'short')
  expect(short.code).toBe(1)
  expect(short.stderr).toMatch(/10 characters/)
  const twice = await studio(
    ['user', 'add', '--email', OWNER.email, '--password-stdin'],
    env,
    'long enough it is',
  )
  expect(twice.stderr).toMatch(/already/)
  expect((await studio(['key', 'add', '--email', 'nobody@example.org', '--name', 'x'], env)).code).toBe(1)
  const key = await studio(['key', 'add', '--email', OWNER.email, '--name', 'x'], env)
  expect(key.stdout).toMatch(/^avs-[\w-]{43}\n$/)
  const { stdout: listed } = await studio(['key', 'list', '--json'], env)
  const [{ id, name, prefix }] = JSON.parse(listed)
  expect(name).toBe('x')
  expect(key.stdout.startsWith(prefix)).toBe(true)
  expect((await studio(['key', 'revoke', '--id', id], env)).code).toBe(0)
  const refused = await fetch(`${shared().url}/v1/videos`, { headers: bearer(key.stdout.trim()) })
  expect(refused.status).toBe(401)
  expect((await studio(['key', 'list'], env)).stdout).not.toContain(id)
  expect((await studio(['key', 'revoke', '--id', 'nothing'], env)).code).toBe(1)
  const health = await studio(['doctor'], env)
  expect(health.code, health.stdout).toBe(0)
  expect(health.stdout).toMatch(/running, healthy/)
})

test('a port in use and a data directory in use are said in one sentence', async () => {
  const { dataDir, port } = shared()
  const port2 = await run(['bin/start.mjs'], {
    env: { PORT: String(port), DATA_DIR: path.join(scratch, 'd') },
  })
  expect(port2.code).toBe(1)
  expect(port2.stderr).toMatch(new RegExp(`^Port ${port} is in use\\.[^\\n]*\\n$`))
  const locked = await run(['bin/start.mjs'], { env: { PORT: '3987', DATA_DIR: dataDir } })
  expect(locked.code).toBe(1)
  expect(locked.stderr).toMatch(/^Another studio is running on [^\n]*\n$/)
})
