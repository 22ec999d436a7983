import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEnv } from './env'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'env-'))
})

afterEach(() => rmSync(directory, { recursive: true }))

const read = (values: Record<string, string>) => readEnv({ NODE_ENV: 'test', ...values })

it('needs no variable at all', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    provider: 'local',
    publicUrl: 'http://localhost:3000',
    s3: null,
  })
})

it('chooses Boson where there is a key, unless told otherwise', () => {
  expect(read({ BOSON_API_KEY: 'bai-1' }).provider).toBe('boson')
  expect(read({ BOSON_API_KEY: 'bai-1', AVATAR_PROVIDER: 'local' }).provider).toBe('local')
  expect(() => read({ AVATAR_PROVIDER: 'boson' })).toThrow(/BOSON_API_KEY/)
})

it('has one video at a time drawn here, and many at Boson', () => {
  expect(read({}).slots).toEqual({ local: 1, boson: 8 })
  expect(read({ RENDER_SLOTS: '3' }).slots).toEqual({ local: 3, boson: 8 })
  expect(read({ BOSON_API_KEY: 'bai-1', RENDER_SLOTS: '3' }).slots).toEqual({ local: 1, boson: 3 })
  expect(() => read({ RENDER_SLOTS: 'many' })).toThrow(/RENDER_SLOTS/)
})

it('has both engines to choose from where there is a key', () => {
  expect(read({}).engines).toEqual(['local'])
  expect(read({ BOSON_API_KEY: 'bai-1', AVATAR_PROVIDER: 'local' }).engines).toEqual(['local', 'boson'])
})

it('reads the key from a file', () => {
  const file = path.join(directory, 'key')
  writeFileSync(file, 'bai-from-file\n')
  expect(read({ BOSON_API_KEY_FILE: file }).boson.apiKey).toBe('bai-from-file')
  expect(() => read({ BOSON_API_KEY_FILE: `${file}-not` })).toThrow(/does not exist/)
})

it('names every variable at fault', () => {
  expect(() => read({ PORT: 'eighty', BOSON_BASE_URL: 'boson' })).toThrow(/PORT.*BOSON_BASE_URL/)
})

it('takes values from a .env file, but what is set already wins', () => {
  writeFileSync(path.join(directory, '.env'), 'PORT=4321\nHOST=0.0.0.0\n')
  const program = `import { env } from '${process.cwd()}/lib/env.ts'; console.log(JSON.stringify([env.port, env.host]))`
  const loader = path.join(process.cwd(), 'bin/typescript.mjs')
  const { stdout } = spawnSync(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    cwd: directory,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'test', HOST: '127.0.0.2' },
  })
  expect(JSON.parse(stdout)).toEqual([4321, '127.0.0.2'])
})

it('is the only module that reads process.env, and .env.example has a line for each variable it reads', () => {
  const { stdout } = spawnSync(
    'git',
    ['grep', '-lE', 'process\\.env', '--', 'app', 'components', 'lib', 'pages', 'worker'],
    {
      encoding: 'utf8',
    },
  )
  expect(
    stdout
      .trim()
      .split('\n')
      .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('lib/testing/')),
  ).toEqual(['lib/env.ts'])
  const source = readFileSync('lib/env.ts', 'utf8')
  const example = readFileSync('.env.example', 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1])
  expect(names.length).toBeGreaterThan(15)
  for (const name of names)
    if (name !== 'NODE_ENV')
      expect(example, `${name} in .env.example`).toMatch(new RegExp(`^# ?${name}=`, 'm'))
})
