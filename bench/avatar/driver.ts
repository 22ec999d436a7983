/**
 * How well the mouth follows a recording, before anything is drawn: what the driver does with two presets kept out of
 * training and two people, as recorded and spoilt, against the phones that are heard:
 *
 *     node --import ./bin/typescript.mjs bench/avatar/driver.ts [VOICES]
 *
 * p b m: closures in which the lips are shut (pressed by more than half in a frame of the phone or just before).
 * `false`: times a second of speech that they shut where no closure is. `text`: the same speech with its phones known.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { FPS, type MouthFrame, type Phone, type Sound } from '@/lib/engine/types'
import { mouthFromPhones } from '@/lib/engine/visemes/mouth-from-phones'
import { mouthFromRecording } from '@/lib/engine/visemes/mouth-from-recording'
import { closureHits, correlate, falseClosures, lipClosures, openingTruth, shutVowels } from './phone-truth'
import { RECORDED, type Recorded, readRecording } from './recordings/read-recording'
import { spoil, WAYS } from './spoil-sound'

const TEXT =
  'My mother bought a big blue box of paper maps, but they were never used. ' +
  'Five boys laughed as she showed them a warm room by the farm. Now please stop, and keep calm. ' +
  'The boats in the bay bob up and down while people on the beach play games. ' +
  'Maybe tomorrow we will visit the museum; please bring a camera, a map and something to drink. ' +
  'He thought that the other thing was rather rough, though Ruth knew better. ' +
  'Simple problems become complicated when nobody listens. What time is it? I am not hungry at all. ' +
  'Keep your hands inside the vehicle until the ride has come to a complete stop.'

const voices = process.argv[2]?.split(',') ?? ['nora', 'jake', ...RECORDED]
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const ffmpeg = await ffmpegPath(dir)
const speaker = createSpeaker({ voicesDir: 'assets/voices' })

const COLUMNS = ['r', 'best', 'lag ms', 'p', 'b', 'm', 'all', 'false/s', 'shut']

try {
  console.log('voice'.padEnd(10) + 'heard'.padEnd(9) + COLUMNS.map((column) => column.padStart(8)).join(''))
  for (const voice of voices) {
    const { sound, phones } = await speech(voice)
    const frames = Math.ceil((sound.samples.length / sound.sampleRate) * FPS)
    row(voice, 'text', phones, mouthFromPhones(phones, sound, frames))
    for (const way of WAYS) {
      const heard = await spoil(sound, way, { ffmpeg, dir })
      row(voice, way, phones, [...mouthFromRecording(heard, frames)].flat())
    }
  }
} finally {
  await rm(dir, { recursive: true })
}

async function speech(voice: string): Promise<{ sound: Sound; phones: Phone[] }> {
  if (isRecorded(voice)) return readRecording(voice)
  const { phones, samples, sampleRate } = await speaker.speak(TEXT, { voice, seed: 1 })
  return { sound: { samples, sampleRate }, phones }
}

function isRecorded(voice: string): voice is Recorded {
  return RECORDED.some((name) => name === voice)
}

function row(voice: string, way: string, phones: readonly Phone[], mouth: readonly MouthFrame[]): void {
  // A tucked lip is lifted by about a quarter of the full opening.
  const opening = mouth.map(({ open, tuck }) => open - 0.25 * tuck)
  const { now, best, lagSeconds } = correlate(openingTruth(phones, mouth.length), opening)
  const closed = mouth.map(({ press }) => press > 0.5)
  const closures = lipClosures(phones)
  const hits = ['p', 'b', 'm', 'pbm'].map((symbols) =>
    closureHits(
      closures.filter(({ symbol }) => symbols.includes(symbol)),
      closed,
    ),
  )
  const cells = [
    now.toFixed(2),
    best.toFixed(2),
    (1000 * lagSeconds).toFixed(0),
    ...hits.map(percent),
    falseClosures(phones, closed).toFixed(2),
    percent(shutVowels(phones, closed)),
  ]
  console.log(voice.padEnd(10) + way.padEnd(9) + cells.map((cell) => cell.padStart(8)).join(''))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`
}
