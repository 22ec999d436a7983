import { execFile, execFileSync } from 'node:child_process'
import { access, chmod, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ffprobe from '@ffprobe-installer/ffprobe'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpegPath } from '../encode/ffmpeg-path'
import { extractAudio } from './extract-audio'
import { writeFirstFrame } from './first-frame'
import { writeGif } from './gif'
import { previewAt, previewSheet } from './preview-sheet'
import { writePreviews } from './previews'
import { writeThumbnail } from './thumbnail'

/** Left half blue, right half orange, for two seconds; then green. */
const PICTURE =
  'color=0x2040c0:s=160x240:d=2[l];color=0xe08020:s=160x240:d=2[r];[l][r]hstack[a];' +
  'color=0x00ff00:s=320x240:d=1[b];[a][b]concat,format=yuv420p'

/** File name → how ffmpeg is to encode three seconds of pictures and sound into it. */
const FORMATS: Record<string, string> = {
  'h264.mp4': '-c:v libx264 -colorspace bt709 -color_range tv -c:a aac -movflags +faststart',
  'index-last.mp4': '-c:v libx264 -c:a aac',
  'fragmented.mp4': '-c:v libx264 -c:a aac -movflags +empty_moov+frag_keyframe',
  'hevc.mp4': '-c:v libx265 -x265-params log-level=none -c:a aac',
  'vp9.mp4': '-c:v libvpx-vp9 -deadline realtime -c:a libopus -strict -2',
  'silent.mp4': '-c:v libx264 -an',
  'sound.mp4': '-vn -c:a aac',
}

let dir: string
let ffmpeg: string
const at = (name: string) => join(dir, name)
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'video-'))
  ffmpeg = await ffmpegPath(dir)
  await access(ffprobe.path, constants.X_OK).catch(() => chmod(ffprobe.path, 0o755))
  for (const [name, options] of Object.entries(FORMATS)) {
    const inputs = ['-f', 'lavfi', '-i', PICTURE, '-f', 'lavfi', '-i', 'sine=300:d=3']
    execFileSync(ffmpeg, ['-v', 'error', ...inputs, ...options.split(' '), at(name)])
  }
  await writeFile(at('half.mp4'), (await readFile(at('h264.mp4'))).subarray(0, 1500))
  await writeFile(at('text.mp4'), 'not a video')
})
afterAll(() => rm(dir, { recursive: true }))

/** Colour of one pixel. */
async function colourAt(path: string, left: number, top: number): Promise<number[]> {
  return [...(await sharp(path).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

async function audioPackets(path: string): Promise<string> {
  const args = ['-v', 'error', '-select_streams', 'a', '-show_entries', 'packet=pts_time,size,data_hash']
  const { stdout } = await promisify(execFile)(ffprobe.path, [
    ...args,
    '-show_data_hash',
    'md5',
    '-of',
    'csv',
    path,
  ])
  return stdout
}

describe('writeFirstFrame', () => {
  it.each(['h264.mp4', 'index-last.mp4', 'fragmented.mp4', 'hevc.mp4', 'vp9.mp4', 'silent.mp4'])(
    'takes the first picture of %s, in its colours',
    async (name) => {
      await writeFirstFrame(at(name), at('first.jpg'))
      expect(await sharp(at('first.jpg')).metadata()).toMatchObject({
        format: 'jpeg',
        width: 320,
        height: 240,
      })
      for (const [left, colour] of [
        [40, [0x20, 0x40, 0xc0]],
        [280, [0xe0, 0x80, 0x20]],
      ] as const) {
        const found = await colourAt(at('first.jpg'), left, 120)
        for (const [i, value] of found.entries()) expect(Math.abs(value - colour[i])).toBeLessThan(24)
      }
    },
  )

  it.each(['sound.mp4', 'half.mp4', 'text.mp4'])('refuses %s', async (name) => {
    await expect(writeFirstFrame(at(name), at('none.jpg'))).rejects.toMatchObject({ type: 'render_failed' })
    await expect(access(at('none.jpg'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('extractAudio', () => {
  it.each(['h264.mp4', 'index-last.mp4', 'fragmented.mp4', 'sound.mp4', 'vp9.mp4'])(
    'takes the sound of %s as it is encoded, at its place in time',
    async (name) => {
      await extractAudio(at(name), at('sound.m4a'))
      const packets = await audioPackets(at('sound.m4a'))
      expect(packets.split('\n').length).toBeGreaterThan(100)
      expect(packets).toBe(await audioPackets(at(name)))
    },
  )

  it('refuses a video without sound', async () => {
    await expect(extractAudio(at('silent.mp4'), at('none.m4a'))).rejects.toMatchObject({ type: 'not_found' })
    await expect(access(at('none.m4a'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe.each([true, false])('what is made of a film that is our own: %s', (own) => {
  it('is a sheet with the picture of each moment in its place', async () => {
    const sheet = previewSheet(3)
    await writePreviews(ffmpeg, { path: at('h264.mp4'), own }, sheet, at('sheet.jpg'))
    expect(await sharp(at('sheet.jpg')).metadata()).toMatchObject({ width: 1600, height: 120 })
    // On the right of each picture: orange for two seconds, then green.
    const right = ({ column }: { column: number }) => colourAt(at('sheet.jpg'), column * 160 + 140, 60)
    expect((await right(previewAt(sheet, 1)))[0]).toBeGreaterThan(180)
    expect((await right(previewAt(sheet, 2.6)))[0]).toBeLessThan(60)
  })

  it('is a moving picture of as long a time', async () => {
    await writeGif(ffmpeg, { path: at('h264.mp4'), own }, at('film.gif'))
    const { format, width, pages, delay } = await sharp(at('film.gif'), { animated: true }).metadata()
    expect([format, width]).toEqual(['gif', 320])
    expect(pages).toBeGreaterThan(1)
    expect(delay?.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(2800)
    expect(delay?.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3200)
  })

  it('is nothing where there is no film', async () => {
    await expect(writeGif(ffmpeg, { path: at('text.mp4'), own }, at('none.gif'))).rejects.toMatchObject({
      type: 'render_failed',
    })
    await expect(access(at('none.gif'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('writeThumbnail', () => {
  it('is 320 pixels long', async () => {
    for (const [width, height, expected] of [
      [640, 480, [320, 240]],
      [480, 640, [240, 320]],
      [200, 200, [200, 200]],
    ] as const) {
      const picture = sharp({ create: { width, height, channels: 3, background: '#789' } })
      await picture.jpeg().toFile(at('poster.jpg'))
      await writeThumbnail(at('poster.jpg'), at('thumbnail.jpg'))
      const { format, ...found } = await sharp(at('thumbnail.jpg')).metadata()
      expect([format, found.width, found.height]).toEqual(['jpeg', ...expected])
    }
  })
})
