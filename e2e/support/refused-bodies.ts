import { readFileSync } from 'node:fs'
import type { Ask } from './documented-client'
import { base64, blob, dataUri, faceless, HELLO, portrait, recording, TOO_MUCH } from './inputs'
import { shared } from './shared'

export type Refusal = { what: string; ask: Ask; status: number; type: string; param?: string }

function refused(
  status: number,
  type: string,
  param: string | undefined,
  asks: Record<string, Ask>,
): Refusal[] {
  return Object.entries(asks).map(([what, ask]) => ({ what, ask, status, type, param }))
}

const ref_image = base64(portrait)

const json = (changes: object): Ask => ({ json: { ref_image, input_tts: HELLO, ...changes } })
const speech = (changes: object): Ask => json({ input_tts: { ...HELLO, ...changes } })
const raw = (body: string, type = 'application/json'): Ask => ({ raw: { body, type } })
const form = (changes: Record<string, string | Blob>): Ask => ({
  form: { ref_image: blob(portrait), input_tts: JSON.stringify(HELLO), ...changes },
})
const sound = (input: Uint8Array): Ask => ({ form: { ref_image: blob(portrait), input: blob(input) } })

/**
 * What can be wrong with a body of `POST /v1/videos`, and what the contract calls it.
 * @param filesUrl see `serveInputs`.
 * @param mayFetch whether the studio may fetch from this machine.
 */
export async function refusedBodies(filesUrl: string, mayFetch: boolean): Promise<Refusal[]> {
  const { media } = shared()
  const image = await faceless()
  return [
    ...refused(400, 'invalid_image_format', 'ref_image', {
      'no picture': json({ ref_image: base64(Buffer.from('no picture')) }),
      'no face': json({ ref_image: dataUri('image/png', image) }),
      'no face in a form': form({ ref_image: blob(image) }),
    }),
    ...refused(400, 'invalid_size', 'size', {
      'a size': json({ size: '1920x1080' }),
      'a size in a form': form({ size: '640' }),
      'no size': json({ size: null }),
    }),
    ...refused(400, 'audio_too_long', 'input', { 'a minute': sound(readFileSync(media.long)) }),
    ...refused(400, 'invalid_audio_format', 'input', {
      'no recording': { json: { ref_image, input: base64(Buffer.from('no sound')) } },
    }),
    ...refused(400, 'empty_input', 'input', { silence: sound(readFileSync(media.silent)) }),
    ...refused(400, 'empty_input', 'input_tts.input', { 'no words': speech({ input: '' }) }),
    ...refused(400, 'input_too_long', 'input_tts.input', {
      '5001 characters': speech({ input: 'ö'.repeat(5001) }),
      '5005 characters in a form': form({ input_tts: JSON.stringify({ input: 'word '.repeat(1001) }) }),
    }),
    ...refused(400, 'invalid_url', 'ref_image', {
      'an address with nothing there': json({ ref_image: `${filesUrl}/${mayFetch ? 'none' : 'me'}.png` }),
      'an address with a password': json({ ref_image: 'http://user:password@example.org/' }),
    }),
    ...refused(404, 'model_not_found', 'model', { 'a model': json({ model: 'higgs-avatar-9' }) }),
    ...refused(404, 'model_not_found', 'input_tts', { 'a model of speech': speech({ model: 'parrot' }) }),
    ...refused(413, 'payload_too_large', 'ref_image', {
      'a large picture': json({ ref_image: base64(TOO_MUCH) }),
      'a large picture in a form': form({ ref_image: blob(TOO_MUCH) }),
      ...(mayFetch && { 'a large picture elsewhere': json({ ref_image: `${filesUrl}/large.png` }) }),
    }),
    ...refused(413, 'payload_too_large', 'input', {
      'a large recording inline': { json: { ref_image, input: base64(TOO_MUCH) } },
    }),
    ...malformed(),
  ]
}

/** Bodies that are no request at all, or one that says too little, too much, or the wrong thing. */
function malformed(): Refusal[] {
  const clip = dataUri('audio/mpeg', recording())
  return [
    ...refused(422, 'invalid_request', undefined, {
      'broken JSON': raw('{"ref_image": "'),
      'no object': raw('[]'),
      'no body': raw(''),
      'a broken form': raw('--x\r\n', 'multipart/form-data; boundary=x'),
      'another kind of body': raw('ref_image=me', 'application/x-www-form-urlencoded'),
    }),
    ...refused(422, 'invalid_request', 'ref_image', {
      'no portrait': { json: { input_tts: HELLO } },
      'no portrait in a form': { form: { input_tts: JSON.stringify(HELLO) } },
      'a number for a portrait': json({ ref_image: 7 }),
    }),
    ...refused(422, 'invalid_request', 'input', {
      'nothing to say': { json: { ref_image } },
      'nothing to say in a form': { form: { ref_image: blob(portrait) } },
      'nothing to say but null': json({ input: null, input_tts: null }),
      'two things to say': json({ input: clip }),
      'two things to say in a form': form({ input: blob(recording()) }),
      'a list for a recording': { json: { ref_image, input: [] } },
    }),
    ...refused(422, 'invalid_request', 'input_tts', {
      'text for speech': json({ input_tts: 'Hello.' }),
      'no JSON for speech in a form': form({ input_tts: 'Hello.' }),
      'a stream within': speech({ stream: true, response_format: 'pcm' }),
    }),
    ...refused(422, 'invalid_request', 'input_tts.input', { 'a number for words': speech({ input: 7 }) }),
    ...refused(422, 'invalid_request', 'input_tts.response_format', {
      'a format that is none': speech({ response_format: 'midi' }),
    }),
    ...refused(422, 'invalid_request', 'input_tts.stream', {
      'text for a yes or no': speech({ stream: 'yes' }),
    }),
    ...refused(422, 'invalid_request', 'input_tts.voice', {
      'a voice and a clip': speech({ voice: 'nora', ref_audio: clip }),
    }),
    ...refused(422, 'invalid_request', 'colour', {
      'an unknown field': json({ colour: 'red' }),
      'an unknown field of a form': form({ colour: 'red' }),
    }),
    ...refused(422, 'invalid_request', 'input_tts.speed', {
      'an unknown field of speech': speech({ speed: 2 }),
    }),
  ]
}
