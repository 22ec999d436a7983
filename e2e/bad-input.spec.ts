import { expect, test } from '@playwright/test'
import sharp, { type Sharp } from 'sharp'
import { ownerKey } from './support/account'
import { bearer, type FormFields, post } from './support/api'
import { PORTRAIT, shared } from './support/shared'

type Expected = { status: number; type: string; says: RegExp }

let key: string

test.beforeAll(async () => {
  key = await ownerKey()
})

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } })
const blobOf = async (image: Sharp) => new Blob([new Uint8Array(await image.png().toBuffer())])
const text = (words: string) => new Blob([words])

const cases: [string, () => Promise<FormFields> | FormFields, Expected][] = [
  [
    'no face',
    async () => ({ image: await blobOf(picture(400, 400)), text: 'Hi.' }),
    { status: 400, type: 'invalid_image_format', says: /face/i },
  ],
  [
    'a face too small',
    async () => {
      const small = await sharp(PORTRAIT).resize(120).toBuffer()
      return {
        image: await blobOf(picture(1500, 1500).composite([{ input: small, left: 600, top: 600 }])),
        text: 'Hi.',
      }
    },
    { status: 400, type: 'invalid_image_format', says: /small|face/i },
  ],
  [
    'a renamed text file',
    () => ({ image: text('I am a picture, honestly.'), text: 'Hi.' }),
    { status: 400, type: 'invalid_image_format', says: /portrait|picture/i },
  ],
  [
    'a corrupt PNG',
    async () => ({
      image: new Blob([new Uint8Array((await sharp(PORTRAIT).png().toBuffer()).subarray(0, 3000))]),
      text: 'Hi.',
    }),
    { status: 400, type: 'invalid_image_format', says: /picture|portrait/i },
  ],
  [
    'an SVG',
    () => ({ image: text('<svg xmlns="http://www.w3.org/2000/svg"/>'), text: 'Hi.' }),
    { status: 400, type: 'invalid_image_format', says: /PNG/ },
  ],
  [
    'a GIF',
    async () => ({ image: new Blob([new Uint8Array(await picture(9, 9).gif().toBuffer())]), text: 'Hi.' }),
    { status: 400, type: 'invalid_image_format', says: /PNG/ },
  ],
  [
    'an empty picture',
    () => ({ image: text(''), text: 'Hi.' }),
    { status: 400, type: 'invalid_image_format', says: /portrait|picture/i },
  ],
  [
    'silence',
    () => ({ audio: shared().media.silent }),
    { status: 400, type: 'empty_input', says: /silen|hear|sound/i },
  ],
  [
    'an empty recording',
    () => ({ audio: text('') }),
    { status: 400, type: 'empty_input', says: /recording/i },
  ],
  [
    'a recording that is text',
    () => ({ audio: text('#EXTM3U\n#EXTINF:3,\nfile:///etc/passwd') }),
    { status: 400, type: 'invalid_audio_format', says: /recording/i },
  ],
  [
    'more than a minute',
    () => ({ audio: shared().media.long }),
    { status: 400, type: 'audio_too_long', says: /60/ },
  ],
  [
    'more than 10 MB',
    () => ({ image: new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), text: 'Hi.' }),
    { status: 413, type: 'payload_too_large', says: /10 MB/ },
  ],
  [
    'more than 5000 characters',
    () => ({ text: 'word '.repeat(1001) }),
    { status: 400, type: 'input_too_long', says: /5[,. ]?000/ },
  ],
  ['emoji only', () => ({ text: '😀🎉' }), { status: 400, type: 'empty_input', says: /say/i }],
  ['nothing to say', () => ({}), { status: 422, type: 'invalid_request', says: /input/ }],
  [
    'both kinds of speech',
    () => ({ text: 'Hi.', audio: shared().media.mp3 }),
    { status: 422, type: 'invalid_request', says: /both/i },
  ],
  [
    'an unknown size',
    () => ({ text: 'Hi.', size: '1920x1080' }),
    { status: 400, type: 'invalid_size', says: /640x640/ },
  ],
]

for (const [name, fields, expected] of cases) {
  test(`${name} is refused before a job exists`, async () => {
    const { url } = shared()
    const count = async () => {
      const page = await fetch(`${url}/v1/videos?limit=100`, { headers: bearer(key) })
      return (await page.json()).data.length
    }
    const before = await count()
    const response = await post(url, key, await fields())
    const { error } = await response.json()
    expect({ status: response.status, type: error.type }).toEqual({
      status: expected.status,
      type: expected.type,
    })
    expect(error.message).toMatch(expected.says)
    expect(await count()).toBe(before)
  })
}

test('a minute of uncompressed stereo is no more than a minute, however many bytes', async () => {
  const { url } = shared()
  const seconds = 59
  const pcm = new Int16Array(48_000 * 2 * seconds).map((_, i) => 9000 * Math.sin((i >> 1) / 20))
  const wav = new Blob([wavHeader(pcm.byteLength), pcm])
  expect(wav.size).toBeGreaterThan(11_000_000)
  const response = await post(url, key, { audio: wav })
  expect(response.status, await response.clone().text()).toBe(200)
  const { id } = await response.json()
  await fetch(`${url}/v1/videos/${id}`, { method: 'DELETE', headers: bearer(key) })
})

/** 48 kHz, two channels, 16 bits. */
function wavHeader(bytes: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(44))
  const text = (at: number, word: string) => {
    for (const [i, letter] of [...word].entries()) view.setUint8(at + i, letter.charCodeAt(0))
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + bytes, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 2, true)
  view.setUint32(24, 48_000, true)
  view.setUint32(28, 48_000 * 4, true)
  view.setUint16(32, 4, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, bytes, true)
  return view.buffer
}

test('two faces: the larger one is taken, and the notice says so', async () => {
  const portrait = await sharp(PORTRAIT).extract({ left: 130, top: 0, width: 200, height: 220 }).toBuffer()
  const large = await sharp(portrait).resize(500).toBuffer()
  const small = await sharp(portrait).resize(260).toBuffer()
  const both = picture(900, 600).composite([
    { input: large, left: 20, top: 20 },
    { input: small, left: 600, top: 60 },
  ])
  const response = await post(shared().url, key, {
    image: await blobOf(both),
    text: 'Which of us will speak?',
  })
  const video = await response.json()
  expect(response.status).toBe(200)
  expect(video.notices.join(' ')).toMatch(/2 faces|two faces/i)
})

test('a JSON request with base64 makes a video; an unknown field does not', async () => {
  const { url } = shared()
  const ref_image = (await sharp(PORTRAIT).jpeg().toBuffer()).toString('base64')
  const send = (body: unknown) =>
    fetch(`${url}/v1/videos`, {
      method: 'POST',
      headers: { ...bearer(key), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const good = await send({
    ref_image: `data:image/jpeg;base64,${ref_image}`,
    input_tts: { input: 'Jason says hello.' },
    size: '640x480',
  })
  expect(good.status).toBe(200)
  expect(await good.json()).toMatchObject({
    object: 'video',
    status: 'queued',
    size: '640x480',
    model: 'higgs-avatar',
    error: null,
  })
  const bad = await send({ ref_image, input_tts: { input: 'Hi.' }, sise: '640x480' })
  expect(bad.status).toBe(422)
  expect((await bad.json()).error.message).toMatch(/sise/)
  const model = await send({ ref_image, input_tts: { input: 'Hi.' }, model: 'somebody-else' })
  expect(model.status).toBe(404)
})

test('a private address is not fetched', async () => {
  const { url } = shared()
  const response = await fetch(`${url}/v1/videos`, {
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: JSON.stringify({ ref_image: `${url}/samples/astronaut.jpg`, input_tts: { input: 'Hi.' } }),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_url', param: 'ref_image' } })
})
