import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import type { Film } from './fake-boson'

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=size=64x64:rate=25:duration=2']
const SOUND = ['-f', 'lavfi', '-i', 'sine=frequency=220:duration=2']
const CODECS = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '12', '-c:a', 'aac']
const FRAGMENTED = 'frag_keyframe+empty_moov+default_base_moof'

/** Two seconds of a test picture with a tone: a real MP4, and a real fragmented one of several fragments. */
export async function makeFilm(): Promise<Film> {
  const directory = await mkdtemp(path.join(tmpdir(), 'film-'))
  try {
    const ffmpeg = await ffmpegPath(directory)
    const make = async (name: string, flags: string) => {
      const file = path.join(directory, name)
      const arguments_ = ['-v', 'error', ...PICTURE, ...SOUND, ...CODECS, '-movflags', flags, file]
      await promisify(execFile)(ffmpeg, arguments_)
      return readFile(file)
    }
    return { whole: await make('whole.mp4', 'faststart'), live: await make('live.mp4', FRAGMENTED) }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
