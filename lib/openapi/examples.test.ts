import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newSecret, signatureHeaders } from '@/lib/webhooks/signature'
import { VERIFY_SIGNATURE } from './examples'

type Verify = { isGenuine: (secret: string, headers: Record<string, string>, body: string) => boolean }

const directory = mkdtempSync(path.join(tmpdir(), 'studio-examples-'))
const secret = newSecret()
const body = '{"type":"video.completed","data":{"title":"Grüße"}}'
let verify: Verify

beforeAll(async () => {
  const file = path.join(directory, 'verify.mjs')
  writeFileSync(file, VERIFY_SIGNATURE)
  verify = await import(/* @vite-ignore */ pathToFileURL(file).href)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const signed = (at: Date, secrets: string[]) => signatureHeaders({ id: 'msg_1', at, body }, secrets)

it('the page’s verification accepts what the studio signs, also during a rotation', () => {
  const headers = signed(new Date(), [newSecret(), secret])
  expect(verify.isGenuine(secret, headers, body)).toBe(true)
})

it('and refuses another body, another secret, and what is old', () => {
  const headers = signed(new Date(), [secret])
  expect(verify.isGenuine(secret, headers, body.replace('ü', 'u'))).toBe(false)
  expect(verify.isGenuine(newSecret(), headers, body)).toBe(false)
  const old = signed(new Date(Date.now() - 301_000), [secret])
  expect(verify.isGenuine(secret, old, body)).toBe(false)
})
