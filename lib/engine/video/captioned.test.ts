import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../engine'
import { readCredentials } from '../provenance/read-credentials'
import { readFilm } from '../retake/encoded-film'
import { subtitles } from './subtitles'

const dir = mkdtempSync(join(tmpdir(), 'captioned-'))
afterAll(() => rmSync(dir, { recursive: true }))
const engine = createEngine({ assetsDir: 'assets', cacheDir: dir, provenanceDir: join(dir, 'provenance') })
const path = join(dir, 'film.mp4')
const size = { width: 480, height: 640 }
const captions = { cues: [{ start: 0, end: 5, text: 'Grüße from Łódź' }], size }

beforeAll(async () => {
  const speech = { kind: 'script', text: 'Hello, my name is Ellen.', voice: 'default' } as const
  const portraitPath = 'assets/samples/astronaut.png'
  const posterPath = join(dir, 'film.jpg')
  await engine.render({ portraitPath, speech, size: '480x640', seed: 7, outPath: path, posterPath })
})

/** How much the first pictures of two films differ at their foot, where captions are, and above it. */
async function differences(one: string, other: string) {
  const difference = async (region: { left: number; top: number; width: number; height: number }) => {
    const [a, b] = await Promise.all(
      [one, other].map(async (film, i) => {
        const picture = join(dir, `${i}.jpg`)
        await engine.firstFrame(film, picture)
        return sharp(picture).extract(region).greyscale().raw().toBuffer()
      }),
    )
    return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length
  }
  return {
    foot: await difference({ left: 170, top: 575, width: 140, height: 30 }),
    above: await difference({ left: 0, top: 0, width: 480, height: 500 }),
  }
}

describe('captions in the picture', () => {
  it('are drawn at its foot, the sound stays as it is, and the film is signed', async () => {
    const out = join(dir, 'captioned.mp4')
    const seen: number[] = []
    const film = { path, own: true, seconds: 2 }
    await engine.captioned(film, captions, out, { onProgress: (fraction) => seen.push(fraction) })
    const { foot, above } = await differences(path, out)
    expect(above).toBeLessThan(3)
    expect(foot).toBeGreaterThan(20)
    const [was, is] = await Promise.all([readFilm(path), readFilm(out)])
    expect(is.pictures.length).toBe(was.pictures.length)
    expect(is.sound.map(({ packet }) => packet.byteLength)).toEqual(
      was.sound.map(({ packet }) => packet.byteLength),
    )
    expect(await readCredentials(await readFile(out))).toMatchObject({ valid: true })
    expect(seen.at(-1)).toBeGreaterThan(0.5)
  })

  it('are drawn into anybody else’s film, too', async () => {
    const out = join(dir, 'theirs.mp4')
    await engine.captioned({ path, own: false }, captions, out)
    expect((await differences(path, out)).foot).toBeGreaterThan(20)
  })

  it('leave nothing behind when they are stopped', async () => {
    const out = join(dir, 'stopped.mp4')
    const signal = AbortSignal.abort()
    const stopped = engine.captioned({ path, own: true }, captions, out, { signal })
    await expect(stopped).rejects.toMatchObject({ type: 'cancelled' })
    await expect(readFile(out)).rejects.toThrow()
  })
})

it('no caption is taken for a command', () => {
  const script = subtitles([{ start: 61.239, end: 3600, text: 'A {\\b1}\nB' }], size, 'Sans')
  expect(script).toContain('Dialogue: 0,0:01:01.24,1:00:00.00,Caption,,0,0,0,,A \\{\\\u2060b1} B')
})
