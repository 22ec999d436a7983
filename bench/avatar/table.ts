/**
 * How well the picture speaks: portraits say a text in several voices, as a script and from the same speech as an MP3
 * (`recording`), and what a person said on tape. Each video is made as the studio makes it; then its face is found
 * again in the finished, decoded frames, and what is seen there is compared with the phones that are heard:
 *
 *     npm run bench:avatar [-- [--portraits FILE,FILE] [--each VOICES] [--write]]
 *
 * Every portrait speaks with `--each` voices (one where not given), taken in turn, every fifth with a person too.
 * `--write` puts the whole, with a verdict for each portrait, into `results.md`, portrait after portrait. Columns:
 *
 * - `r` of the lips' gap and what the phones let expect; `best` and the `lag` at which it is best, positive where the
 *   picture is late; `closed`, p b m seen closed; `shut`, open and mid vowels seen closed
 * - `same`, mean cosine of the face and the photo's; the least while it is `awake`, its eyes open, and the `least` of all
 * - `holes`, pixels in the middle of the person that show the background
 * - `flash`, `backgr`: levels of 255 by which frames flicker and the upper corners stir
 * - `blinks` a minute; `yaw` `pitch` `roll`: degrees that nine frames of ten lie within
 * - `s/s`, seconds of work to one of video; `first` fragment; `MB`, the most that the engine's process held meanwhile
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { findFace } from '@/lib/engine/face/find-face'
import { decodePicture } from '@/lib/engine/face/picture'
import { createVisionModels } from '@/lib/engine/face/vision-models'
import { createEngineHost } from '@/lib/engine/process/host'
import { createPortraits } from '@/lib/engine/render/portraits'
import { createSpeaker } from '@/lib/engine/speech/speak'
import type { Speech } from '@/lib/engine/types'
import { engineMemory } from '../engine/engine-memory'
import { textLine } from './columns'
import { decodeFrames } from './decode-frames'
import { mostHoles } from './holes'
import { openIdentity } from './identity'
import { closedFrames } from './lip-gap'
import { perform } from './perform'
import { closureHits, correlate, lipClosures, openingTruth, shutVowels } from './phone-truth'
import { planOf } from './plan'
import { resultsPage } from './results'
import { type KnownSpeech, recordedPeople, SEED, speechesOf } from './speeches'
import { FaceTracker } from './track-face'
import type { Row } from './verdict'
import { watchVideo } from './watch-video'

const SIZE = '640x640'
const FRAME = { width: 640, height: 640 }
const PORTRAITS = 'bench/avatar/portraits'
const RESULTS = 'bench/avatar/results.md'
/** Holes are looked for in every how many poses. */
const HOLE_STRIDE = 12

const { values: options } = parseArgs({
  options: {
    portraits: { type: 'string' },
    each: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
})
const files = options.portraits?.split(',') ?? (await allPortraits())
const directory = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(directory, name)
const ffmpeg = await ffmpegPath(directory)
const engine = createEngineHost({ root: process.cwd(), cacheDir: directory, provenanceDir: directory })
const models = createVisionModels('assets/models')
const identity = await openIdentity()
const portraits = createPortraits(models)
const speaker = createSpeaker({ voicesDir: 'assets/voices' })
const spoken = new Map<string, KnownSpeech[]>()

try {
  // The first job opens the models; no row should pay for it.
  await engine.inspectPortrait(files[0])
  const people = await recordedPeople()
  const rows: Row[] = []
  console.log(textLine())
  for (const { portrait, voices, person } of planOf(files, Number(options.each))) {
    const photo = await photoIdentity(portrait)
    const speeches = (await Promise.all(voices.map(sayOnce))).flat()
    const ofPeople = person === null ? [] : [people[person % people.length]]
    for (const speech of [...speeches, ...ofPeople]) {
      const row = await measure(portrait, photo, speech)
      rows.push(row)
      console.log(textLine(row))
    }
    if (options.write) await writeFile(RESULTS, resultsPage(rows, new Date().toISOString()))
  }
} finally {
  engine.stop()
  await rm(directory, { recursive: true })
}

async function sayOnce(voice: string): Promise<KnownSpeech[]> {
  const said = spoken.get(voice) ?? (await speechesOf(voice, { speaker, ffmpeg, directory }))
  spoken.set(voice, said)
  return said
}

async function measure(path: string, photo: Float32Array, known: KnownSpeech): Promise<Row> {
  const { voice, driver, speech, phones } = known
  const made = await render(path, speech)
  const frames = decodeFrames(ffmpeg, at('video.mp4'), FRAME)
  const { gaps, ...seen } = await watchVideo(frames, { models, identity, photo })
  const portrait = await portraits.prepare(path, SIZE)
  const { headRange, jawPath } = portrait
  const poses = await perform(speaker, speech, { seed: SEED, headRange, jawPath })
  const closed = closedFrames(gaps)
  return {
    portrait: basename(path, extname(path)),
    voice,
    driver,
    ...correlate(openingTruth(phones, gaps.length), gaps),
    closed: closureHits(lipClosures(phones), closed),
    shut: shutVowels(phones, closed),
    ...seen,
    holes: mostHoles(
      portrait,
      poses.filter((_, i) => i % HOLE_STRIDE === 0),
    ),
    ...made,
  }
}

/** Makes the video; the live stream's first piece is only its header. */
async function render(portraitPath: string, speech: Speech) {
  const memory = engineMemory()
  memory.forgetMost()
  const start = performance.now()
  const since = () => (performance.now() - start) / 1000
  let pieces = 0
  let first = 0
  const onFragment = () => {
    if (++pieces === 2) first = since()
  }
  const request = { portraitPath, speech, size: SIZE, seed: SEED } as const
  const paths = { outPath: at('video.mp4'), posterPath: at('poster.jpg') }
  const { seconds } = await engine.render({ ...request, ...paths }, { onFragment })
  return { pace: since() / seconds, first, megabytes: memory.megabytes('VmHWM') }
}

/** Whose face the photo shows. */
async function photoIdentity(path: string): Promise<Float32Array> {
  const { picture } = await findFace(models, await decodePicture(await readFile(path)))
  const { region } = await new FaceTracker(models).find(picture)
  return identity(picture, region)
}

async function allPortraits(): Promise<string[]> {
  const found = (await readdir(PORTRAITS)).filter((file) => /\.(png|jpe?g|webp)$/.test(file))
  return found.sort().map((file) => join(PORTRAITS, file))
}
