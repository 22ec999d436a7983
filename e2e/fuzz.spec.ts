import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { makeAccount } from './support/account'
import { createVideo, waitFor } from './support/api'
import { type Conformance, conformance, fetchDocument } from './support/conformance'
import { type FuzzRequest, fuzzRequests, type Ground } from './support/fuzz-requests'
import { RawClient } from './support/raw-request'
import { shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

const SEED = 1906
const REQUESTS = 2400
const AT_ONCE = 6
/** Small, so that it is sent and looked at quickly. */
const PICTURE = 'public/samples/astronaut.jpg'

let studio: StudioProcess
let key: string

test.beforeAll(async () => {
  studio = await startStudio({ env: { QUEUE_LIMIT_TEAM: '1', RATE_LIMIT_PER_MINUTE: '0' } })
  key = await makeAccount(studio.url)
})

test.afterAll(async () => {
  await studio.dispose()
})

async function post(path: string, body: object | FormData): Promise<Record<string, string>> {
  const json = !(body instanceof FormData)
  const response = await fetch(studio.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...(json && { 'content-type': 'application/json' }) },
    body: json ? JSON.stringify(body) : body,
  })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.json()
}

/** Something of each kind that exists, so that not every id leads nowhere. */
async function prepareGround(): Promise<Ground> {
  const { media } = shared()
  const uri = (type: string, file: string) => `data:${type};base64,${readFileSync(file).toString('base64')}`
  const picture = uri('image/jpeg', PICTURE)
  const video = await waitFor(studio.url, key, (await createVideo(studio.url, key, { text: 'Hi.' })).id)
  const link = await post(`/v1/videos/${video.id}/links`, {})
  const batch = await post('/v1/batches', { ref_image: picture, rows: [{ input: 'Hello.' }] })
  const webhook = await post('/v1/webhooks', { url: 'https://hooks.invalid/' })
  const pronunciation = await post('/v1/pronunciations', { word: 'Nguyen', said_as: 'win' })
  const delivery = await post(`/v1/webhooks/${webhook.id}/test`, {})
  return {
    key,
    cookie: `avatar-studio-${studio.port}.session`,
    ids: {
      video_id: [video.id],
      batch_id: [batch.id ?? ''],
      link_id: [link.id ?? ''],
      pronunciation_id: [pronunciation.id ?? ''],
      webhook_id: [webhook.id ?? ''],
      delivery_id: [delivery.id ?? ''],
      variant: ['gif', 'captioned'],
      voice: [`voice_${'0'.repeat(64)}`],
      key_id: ['018f0000-0000-7000-8000-000000000000'],
    },
    samples: {
      ref_image: [picture, picture, picture, 'http://127.0.0.1/x.png', 'aGVsbG8='],
      input: ['Hello.', uri('audio/mpeg', media.mp3)],
      ref_audio: [uri('audio/mpeg', media.mp3), 'https://nowhere.invalid/x.mp3'],
      voice: ['nora', 'default', 'nora', 'nobody'],
      said_as: ['win', '/wˈɪn/', 'shi-VAWN', '/ʘ/'],
      url: ['https://hooks.invalid/', 'http://localhost/', 'nonsense'],
    },
  }
}

/** Sends them all, some at once, and tells of every answer that is not as documented. */
async function sendAll(
  requests: FuzzRequest[],
  conforms: Conformance,
): Promise<{ faults: string[]; statuses: Map<number, number> }> {
  const client = new RawClient(studio.port)
  const waiting = requests.entries()
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const worker = async () => {
    for (const [index, request] of waiting) {
      const answer = await client.send(request)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const found = conforms(request, answer)
      if (answer.status >= 500) found.push('a fault of the studio')
      const { method, target, headers, body } = request
      const shown = `${index}: ${method} ${target.slice(0, 200)} ${JSON.stringify(headers).slice(0, 400)} ${Buffer.from(
        body ?? [],
      )
        .toString()
        .slice(0, 300)}`
      faults.push(...found.map((fault) => `${answer.status} ${fault}\n  ${shown}`))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  client.close()
  return { faults, statuses }
}

test('thousands of requests of every kind are all answered as the document says', async () => {
  const document = await fetchDocument(studio.url)
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item)).length
  const options = { seed: SEED, each: Math.ceil(REQUESTS / operations) }
  const requests = fuzzRequests(document, await prepareGround(), options)
  expect(requests.length).toBeGreaterThanOrEqual(2000)
  const { faults, statuses } = await sendAll(requests, conformance(document))
  expect(faults).toEqual([])
  // Some are answered with what they ask for, and every kind of refusal is met.
  for (const status of [200, 400, 401, 404, 405, 422])
    expect(statuses.get(status), String(status)).toBeGreaterThan(5)
  // How often the queue is full is a matter of how fast it is worked off.
  expect(statuses.get(429)).toBeGreaterThan(0)
})
