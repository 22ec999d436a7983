import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { temporaryDirectory } from '@/lib/storage/files'
import { readSubmission, type Submission } from './submission'

const LIMITS = {
  maxJsonBytes: 10_000,
  maxFileBytes: 1000,
  maxFieldBytes: 1000,
  objects: { speech: '{"input": "words"}' },
}

const post = (body: FormData | string, headers?: Record<string, string>) =>
  new Request('http://studio/', { method: 'POST', body, headers })
const json = (value: unknown) => post(JSON.stringify(value), { 'content-type': 'application/json' })

function form(fields: Record<string, string | File>): Request {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return post(data)
}

const left = () => readdir(temporaryDirectory()).catch(() => [])

async function read(request: Request): Promise<Submission> {
  const submission = await readSubmission(request, LIMITS, (given) => given)
  await submission.files.discard()
  return submission
}

it('gives the same fields for JSON and for a form', async () => {
  const speech = { input: 'Hello' }
  const asForm = await read(form({ size: '640x640', speech: JSON.stringify(speech) }))
  const asJson = await read(json({ size: '640x640', speech }))
  expect(asForm.fields).toEqual(asJson.fields)
})

it('names an upload among the fields and hands its file on', async () => {
  const { fields, uploads } = await read(form({ picture: new File(['abc'], 'a.png') }))
  expect(fields).toEqual({ picture: 'upload' })
  expect(uploads.picture).toMatchObject({ bytes: 3, filename: 'a.png' })
})

it('passes over a file input that was left empty, and an empty object', async () => {
  const { fields, uploads } = await read(form({ picture: new File([], ''), speech: ' ', size: 'x' }))
  expect(fields).toEqual({ size: 'x' })
  expect(uploads).toEqual({})
})

it('says what a field that should hold an object should look like', async () => {
  const message = 'speech is not a JSON object: send {"input": "words"}.'
  await expect(read(form({ speech: 'Hello' }))).rejects.toMatchObject({ message, param: 'speech' })
  await expect(read(form({ speech: '[1]' }))).rejects.toMatchObject({ message, param: 'speech' })
})

it('removes the files when the interpretation throws', async () => {
  const before = await left()
  const refuse = () => {
    throw new Error('no')
  }
  await expect(readSubmission(form({ picture: new File(['abc'], 'a.png') }), LIMITS, refuse)).rejects.toThrow(
    'no',
  )
  expect(await left()).toEqual(before)
})

it('takes JSON only where it is allowed to', async () => {
  const formOnly = { ...LIMITS, maxJsonBytes: undefined }
  await expect(readSubmission(json({}), formOnly, (given) => given)).rejects.toMatchObject({
    param: 'Content-Type',
  })
})
