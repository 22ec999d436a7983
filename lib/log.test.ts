import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

const KEY = 'bai-secret-of-the-log'

/** What is printed by a program that logs `what`, an expression in which `key` is the secret. */
function printed(what: string): { stdout: string; stderr: string } {
  const program = `
    import { log } from '${process.cwd()}/lib/log.ts'
    import { BosonClient } from '${process.cwd()}/lib/boson/client.ts'
    const key = '${KEY}'
    log.debug(${what}, 'logged')`
  const loader = path.join(process.cwd(), 'bin/typescript.mjs')
  return spawnSync(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'debug' },
  })
}

it('a key is not in the log, however the thing that has it was logged; the rest is, on standard error', () => {
  const settings = `{ apiKey: key, baseUrl: 'http://upstream.example' }`
  const { stdout, stderr } = printed(
    `{ ...${settings}, settings: ${settings}, env: { boson: ${settings} }, request: { headers: { authorization: key } },
       client: new BosonClient(${settings}) }`,
  )
  expect(stderr).toContain('http://upstream.example')
  expect(stderr).toContain('logged')
  expect(stderr).not.toContain(KEY)
  expect(stdout).toBe('')
})
