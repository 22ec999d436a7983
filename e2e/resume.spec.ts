import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { GRACE, makeAccount } from './support/account'
import { bearer, createVideo, waitFor } from './support/api'
import { type StudioProcess, startStudio } from './support/studio-process'

const LONG = 'Nothing that was begun may be lost, whatever happens to the machine in the meantime. '.repeat(3)

/** Process ids below `pid` whose command line matches. */
function descendants(pid: number, pattern: RegExp): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
  const children = (parent: number): { pid: number; args: string }[] =>
    rows.flatMap((row) => {
      if (!row || Number(row[2]) !== parent) return []
      const child = { pid: Number(row[1]), args: row[3] ?? '' }
      return [child, ...children(child.pid)]
    })
  return children(pid).flatMap((child) => (pattern.test(child.args) ? [child.pid] : []))
}

let studio: StudioProcess
let key: string

test.beforeAll(async () => {
  studio = await startStudio()
  key = await makeAccount(studio.url)
})

test.afterAll(async () => {
  await studio.dispose()
})

const rendering = (id: string) =>
  waitFor(studio.url, key, id, (video) => video.status === 'in_progress' && video.progress > 20, 90)

test('a worker killed in the middle of a render is started again and finishes it', async () => {
  const { id } = await createVideo(studio.url, key, { text: LONG })
  await rendering(id)
  const [worker] = descendants(studio.process.pid ?? 0, /worker\/main\.ts/)
  expect(worker).toBeDefined()
  process.kill(worker ?? 0, 'SIGKILL')
  const video = await waitFor(studio.url, key, id, undefined, 100)
  expect(video).toMatchObject({ status: 'completed', error: null })
})

test('a studio killed in the middle of a render finishes it when it is started again', async () => {
  const { id } = await createVideo(studio.url, key, { text: LONG })
  await rendering(id)
  const parts = descendants(studio.process.pid ?? 0, /./)
  for (const pid of [studio.process.pid ?? 0, ...parts]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Ended with its parent already.
    }
  }
  studio = await startStudio({ dataDir: studio.dataDir, port: studio.port })
  const video = await waitFor(studio.url, key, id, undefined, 100)
  expect(video).toMatchObject({ status: 'completed', error: null })
})

test('an engine killed in the middle of a render fails the video with its reason; trying again makes it', async () => {
  const { id } = await createVideo(studio.url, key, { text: LONG })
  await rendering(id)
  const [worker] = descendants(studio.process.pid ?? 0, /worker\/main\.ts/)
  const [engine] = descendants(worker ?? 0, /engine\/process\/main\.ts/)
  process.kill(engine ?? 0, 'SIGKILL')
  const failed = await waitFor(studio.url, key, id)
  expect(failed).toMatchObject({ status: 'failed', error_type: 'render_failed', script: LONG })
  expect(failed.error).toMatch(/try again/i)
  const retried = await fetch(`${studio.url}/v1/videos/${id}/retry`, { method: 'POST', headers: bearer(key) })
  expect(await retried.json()).toMatchObject({ id, status: 'queued', error: null })
  expect(await waitFor(studio.url, key, id, undefined, 100)).toMatchObject({ status: 'completed' })
})

test('a session survives a restart, and changes nothing for another site', async ({ request }) => {
  const { csrfToken } = await (await request.get(`${studio.url}/api/auth/csrf`)).json()
  const form = { csrfToken, email: GRACE.email, password: GRACE.password, json: 'true' }
  await request.post(`${studio.url}/api/auth/callback/credentials`, { form })
  const list = `${studio.url}/v1/videos`
  expect((await request.get(list)).status()).toBe(200)
  expect(await studio.stop()).toBe(0)
  studio = await startStudio({ dataDir: studio.dataDir, port: studio.port })
  const answer = await request.get(list)
  expect(answer.status()).toBe(200)
  const { id } = (await answer.json()).data[0]
  const rename = (headers: Record<string, string>) =>
    request
      .patch(`${list}/${id}`, { headers, data: { title: 'Renamed' } })
      .then((response) => response.status())
  expect(await rename({ origin: 'https://elsewhere.example' })).toBe(403)
  expect(await rename({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await rename({ origin: studio.url })).toBe(200)
})

test('SIGTERM ends everything it started, and the next start is clean', async () => {
  const parts = descendants(studio.process.pid ?? 0, /./)
  expect(parts.length).toBeGreaterThan(2)
  expect(await studio.stop()).toBe(0)
  // Engine processes end by themselves the moment their parent is gone.
  await expect.poll(() => parts.filter(isAlive), { timeout: 5000 }).toEqual([])
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
