/**
 * How well the picture speaks: for each portrait, voice and driver (a script, or the same speech as an MP3) a video is
 * made, its mouth is found again in the finished frames, and compared with the phones that are heard:
 *
 *     npm run bench:avatar [-- PORTRAITS [VOICES]]
 *
 * PORTRAITS are files, VOICES ids, each separated by commas; all there are where not given. `shut` is the
 * share of open vowels in whose middle the lips are closed.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { encodeWav } from '@/lib/engine/audio/wav'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { createEngine } from '@/lib/engine/engine'
import { createVisionModels } from '@/lib/engine/face/vision-models'
import { PRESETS } from '@/lib/engine/speech/presets'
import { createSpeaker } from '@/lib/engine/speech/speak'
import type { Phone, Speech } from '@/lib/engine/types'
import { runFfmpeg } from '../engine/encoder-alone'
import { decodeFrames } from './decode-frames'
import { closedFrames, LipGap } from './lip-gap'
import { closureHits, correlate, lipClosures, openingTruth, shutVowels } from './phone-truth'
import { Steadiness } from './steadiness'

/** Eighteen closures, and every vowel. */
const TEXT =
  'My mother bought a big blue box of paper maps, but they were never used. ' +
  'Five boys laughed as she showed them a warm room by the farm. Now please stop, and keep calm.'
const SEED = 1
const SIZE = { width: 640, height: 640 }
const SAMPLE = 'assets/samples/astronaut.png'
const PORTRAITS = 'bench/avatar/portraits'

const portraits = process.argv[2]?.split(',') ?? (await allPortraits())
const voices = process.argv[3]?.split(',') ?? PRESETS.map(({ id }) => id)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(dir, name)
const ffmpeg = await ffmpegPath(dir)
const engine = createEngine({ assetsDir: 'assets', cacheDir: dir, provenanceDir: dir })
const models = createVisionModels('assets/models')
const speaker = createSpeaker({ voicesDir: 'assets/voices' })

const COLUMNS = ['r', 'best', 'lag ms', 'closed', 'shut', 'flash', 'backgr', 's/s', 'first s', 'MB']
const heading = `${'portrait'.padEnd(22)} ${'voice'.padEnd(8)} ${'driver'.padEnd(9)}`

try {
  console.log(heading + COLUMNS.map((column) => column.padStart(8)).join(''))
  for (const voice of voices) {
    const { phones, ...sound } = await speaker.speak(TEXT, { voice, seed: SEED })
    await writeFile(at('speech.wav'), encodeWav(sound))
    await runFfmpeg(ffmpeg, '-i', at('speech.wav'), '-b:a', '64k', at('speech.mp3'))
    for (const portrait of portraits) {
      await row(portrait, voice, { kind: 'script', text: TEXT, voice }, phones)
      await row(portrait, voice, { kind: 'recording', path: at('speech.mp3') }, phones)
    }
  }
} finally {
  await rm(dir, { recursive: true })
}

async function row(portrait: string, voice: string, speech: Speech, phones: readonly Phone[]): Promise<void> {
  const made = await render(portrait, speech)
  const seen = await look()
  const { now, best, lagSeconds } = correlate(openingTruth(phones, seen.gaps.length), seen.gaps)
  const closures = lipClosures(phones)
  const closed = closedFrames(seen.gaps)
  const cells = [
    now.toFixed(2),
    best.toFixed(2),
    (1000 * lagSeconds).toFixed(0),
    percent(closureHits(closures, closed)),
    percent(shutVowels(phones, closed)),
    seen.steadiness.flash.toFixed(2),
    seen.steadiness.background.toFixed(2),
    (made.total / made.seconds).toFixed(2),
    made.first.toFixed(2),
    (process.memoryUsage().rss / 2 ** 20).toFixed(0),
  ]
  const name = `${basename(portrait).padEnd(22)} ${voice.padEnd(8)} ${speech.kind.padEnd(9)}`
  console.log(name + cells.map((cell) => cell.padStart(8)).join(''))
}

/** Seconds the whole took, and until the first fragment of the live stream. */
async function render(portraitPath: string, speech: Speech) {
  const start = performance.now()
  const since = () => (performance.now() - start) / 1000
  let pieces = 0
  let first = 0
  const onFragment = () => {
    // The first piece is only the header.
    if (++pieces === 2) first = since()
  }
  const request = { portraitPath, speech, size: '640x640', seed: SEED } as const
  const paths = { outPath: at('video.mp4'), posterPath: at('poster.jpg') }
  const { seconds } = await engine.render({ ...request, ...paths }, { onFragment })
  return { seconds, total: since(), first }
}

async function look() {
  const lips = new LipGap(models)
  const steadiness = new Steadiness()
  const gaps: number[] = []
  for await (const picture of decodeFrames(ffmpeg, at('video.mp4'), SIZE)) {
    gaps.push(await lips.measure(picture))
    steadiness.add(picture)
  }
  return { gaps, steadiness }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`
}

/** The pictures of the portrait folder; the sample where there is none. */
async function allPortraits(): Promise<string[]> {
  const files = await readdir(PORTRAITS).catch(() => [])
  const pictures = files.filter((file) => /\.(png|jpe?g|webp)$/.test(file)).sort()
  return pictures.length > 0 ? pictures.map((file) => join(PORTRAITS, file)) : [SAMPLE]
}
