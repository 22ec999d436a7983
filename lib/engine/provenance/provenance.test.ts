import { execFile } from 'node:child_process'
import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ffprobe from '@ffprobe-installer/ffprobe'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpegPath } from '../encode/ffmpeg-path'
import { readCredentials } from './read-credentials'
import { signVideo } from './sign-video'
import { loadSigningIdentity, type SigningIdentity } from './signing-identity'

const run = promisify(execFile)
const CREDENTIALS = { title: 'A test', softwareVersion: '1.2.3' }

let dir: string
let ffmpeg: string
let identity: SigningIdentity
let original: string
let signed: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'provenance-'))
  ffmpeg = await ffmpegPath(dir)
  identity = await loadSigningIdentity(join(dir, 'provenance'))
  original = join(dir, 'original.mp4')
  signed = join(dir, 'signed.mp4')
  await run(ffmpeg, [
    ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', 'testsrc2=s=160x120:r=25:d=1'],
    ...['-f', 'lavfi', '-i', 'sine=440:d=1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...['-movflags', '+faststart', original],
  ])
  await copyFile(original, signed)
  await signVideo(signed, identity, CREDENTIALS)
})
afterAll(() => rm(dir, { recursive: true }))

describe('a signed video', () => {
  it('says that AI made it, and holds against its bytes', async () => {
    expect(await readCredentials(await readFile(signed))).toEqual({
      valid: true,
      state: 'Valid',
      issuer: 'Avatar Studio (this installation)',
      actions: ['c2pa.created'],
      digitalSourceTypes: [
        'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
      ],
      problems: ['signingCredential.untrusted'],
    })
  })

  it('is trusted by whoever trusts this installation, and by nobody through another', async () => {
    const bytes = await readFile(signed)
    expect(await readCredentials(bytes, { trustAnchors: identity.root.toString() })).toMatchObject({
      state: 'Trusted',
      problems: [],
    })
    const other = await loadSigningIdentity(join(dir, 'another installation'))
    expect(await readCredentials(bytes, { trustAnchors: other.root.toString() })).toMatchObject({
      state: 'Valid',
      problems: ['signingCredential.untrusted'],
    })
  })

  it('no longer holds when a byte of sound or picture changes', async () => {
    const bytes = await readFile(signed)
    await fc.assert(
      fc.asyncProperty(changeWithin(bytes, 'mdat'), async (change) => {
        expect(await readCredentials(changed(bytes, change))).toMatchObject({
          valid: false,
          problems: ['signingCredential.untrusted', 'assertion.bmffHash.mismatch'],
        })
      }),
      { numRuns: 25 },
    )
  })

  it('never reads as valid when a byte of its index changes', async () => {
    const bytes = await readFile(signed)
    await fc.assert(
      fc.asyncProperty(changeWithin(bytes, 'moov'), async (change) => {
        // Where a box lost its shape, reading fails.
        const credentials = await readCredentials(changed(bytes, change)).catch(() => ({ valid: false }))
        expect(credentials).toMatchObject({ valid: false })
      }),
      { numRuns: 40 },
    )
  })

  it('no longer holds when its source type is forged', async () => {
    const bytes = await readFile(signed)
    const place = bytes.indexOf('compositeWithTrainedAlgorithmicMedia')
    bytes.write('Capture', place)
    expect(await readCredentials(bytes)).toMatchObject({ valid: false })
  })

  it('plays as before: same streams, same packets, index first', async () => {
    expect(await streams(signed)).toEqual(await streams(original))
    expect(await streams(signed)).toHaveLength(2)
    expect(await packets(signed)).toBe(await packets(original))
    const types = topBoxes(await readFile(signed)).map(({ type }) => type)
    expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'))
    expect(types[0]).toBe('ftyp')
  })

  it('leaves nothing else behind', async () => {
    expect((await readdir(dir)).filter((name) => name.startsWith('signed'))).toEqual(['signed.mp4'])
  })
})

describe('signing', () => {
  it('takes several videos at once', async () => {
    const paths = ['one', 'two', 'three'].map((name) => join(dir, `${name}.mp4`))
    await Promise.all(paths.map((path) => copyFile(original, path)))
    await Promise.all(paths.map((path) => signVideo(path, identity, CREDENTIALS)))
    for (const path of paths)
      expect(await readCredentials(await readFile(path))).toMatchObject({ valid: true })
  })

  it('leaves a file alone that is no MP4', async () => {
    const path = join(dir, 'words.mp4')
    await writeFile(path, 'only words')
    await expect(signVideo(path, identity, CREDENTIALS)).rejects.toThrow()
    expect(await readFile(path, 'utf8')).toBe('only words')
    expect((await readdir(dir)).filter((name) => name.startsWith('words'))).toEqual(['words.mp4'])
  })
})

describe('reading', () => {
  it('finds no credentials where there are none', async () => {
    expect(await readCredentials(await readFile(original))).toBeNull()
  })
})

describe('the signing identity', () => {
  it('is made once, however many processes ask first', async () => {
    const home = join(dir, 'contested')
    const module = join(import.meta.dirname, 'signing-identity.ts')
    const program = `
      import { loadSigningIdentity } from ${JSON.stringify(module)}
      const loaded = await Promise.all([1, 2, 3].map(() => loadSigningIdentity(${JSON.stringify(home)})))
      console.log(loaded.map(({ certificate }) => certificate.fingerprint256).join('\\n'))`
    const outputs = await Promise.all(
      [1, 2].map(() => run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])),
    )
    const seen = outputs.flatMap(({ stdout }) => stdout.trim().split('\n'))
    expect(seen).toHaveLength(6)
    const { certificate } = await loadSigningIdentity(home)
    expect(new Set(seen)).toEqual(new Set([certificate.fingerprint256]))
    expect(await readdir(home)).toEqual(['identity'])
  })

  it('keeps its key from everybody else', async () => {
    const home = join(dir, 'provenance', 'identity')
    expect((await stat(join(home, 'key.pem'))).mode & 0o777).toBe(0o600)
  })

  it('holds a certificate for signing only, under its root, for ten years', () => {
    const { certificate, root } = identity
    expect(certificate.verify(root.publicKey) && certificate.checkIssued(root)).toBe(true)
    expect(root.verify(root.publicKey)).toBe(true)
    expect([certificate.ca, root.ca]).toEqual([false, true])
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4'])
    const years = Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)
    expect(Math.round(years / (365.25 * 24 * 3600 * 1000))).toBe(10)
  })

  it('is not replaced when it is damaged', async () => {
    const home = join(dir, 'damaged', 'identity')
    await mkdir(home, { recursive: true })
    await writeFile(join(home, 'key.pem'), 'nonsense')
    await expect(loadSigningIdentity(join(dir, 'damaged'))).rejects.toThrow()
    expect(await readFile(join(home, 'key.pem'), 'utf8')).toBe('nonsense')
  })
})

/** The boxes a file consists of (ISO/IEC 14496-12, 4.2); none of these files needs 64-bit sizes. */
function topBoxes(bytes: Buffer): { type: string; start: number; end: number }[] {
  const boxes = []
  for (let start = 0; start < bytes.length; ) {
    const end = start + bytes.readUInt32BE(start)
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, end })
    start = end
  }
  return boxes
}

type Change = { at: number; by: number }

/** Some byte of a box's content, and what to change in it. */
function changeWithin(bytes: Buffer, type: string): fc.Arbitrary<Change> {
  const box = topBoxes(bytes).find((each) => each.type === type)
  if (!box) throw new Error(`no ${type}`)
  return fc.record({
    at: fc.integer({ min: box.start + 8, max: box.end - 1 }),
    by: fc.integer({ min: 1, max: 255 }),
  })
}

function changed(bytes: Buffer, { at, by }: Change): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] ^= by
  return copy
}

async function streams(path: string): Promise<unknown[]> {
  await access(ffprobe.path, constants.X_OK).catch(() => chmod(ffprobe.path, 0o755))
  const { stdout } = await run(ffprobe.path, ['-v', 'error', '-show_streams', '-of', 'json', path])
  return JSON.parse(stdout).streams
}

/** A digest of every packet with its times. */
async function packets(path: string): Promise<string> {
  const { stdout } = await run(ffmpeg, [
    '-v',
    'error',
    '-nostdin',
    '-i',
    path,
    '-c',
    'copy',
    '-f',
    'framemd5',
    '-',
  ])
  return stdout
}
