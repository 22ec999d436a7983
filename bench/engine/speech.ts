/**
 * What speech costs on one core: to read a sentence, by voice, to its first sound, in a file of each format, matched to a clip, and what of
 * it the words' times are.
 *
 *     node --import tsx --conditions=react-server bench/engine/speech.ts [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { deliverSpeech } from '@/lib/engine/speech/deliver-speech'
import { PRESETS } from '@/lib/engine/speech/presets'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { HOMOGRAPHS } from '@/lib/engine/speech/text/cases/homographs'
import { FrontEnd } from '@/lib/engine/speech/text/front-end'
import { joinPieces, type SpokenPiece } from '@/lib/engine/speech/timeline'
import { wordTimes } from '@/lib/engine/speech/word-times'
import { median } from '../median'

const SENTENCES =
  'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
  'It was made on March 5, 2024, and cost $5.99. People move their lips, blow bubbles, and press them together. '
const LONG = SENTENCES.repeat(24).slice(0, 5000)
const FORMATS = ['pcm', 'wav', 'mp3', 'opus', 'aac', 'flac'] as const

const rounds = Number(process.argv[2] ?? 5)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const ffmpeg = await ffmpegPath(dir)
const open = () => createSpeaker({ voicesDir: 'assets/voices' })
const speaker = open()

try {
  const cold = await time(() => speaker.speak('Ready.', { voice: 'default', seed: 1 }))
  console.log(`first word, cold         ${cold.ms.toFixed(0)} ms`)
  await speaker.speak(SENTENCES, { voice: 'marcus', seed: 1 })

  const frontEnd = await FrontEnd.open('assets/voices')
  const texts = [
    SENTENCES,
    LONG,
    ...Object.values(HOMOGRAPHS).flatMap((readings) => Object.values(readings).flat()),
  ].flatMap((text) => text.match(/[^.!?]+[.!?]+/g) ?? [])
  const reads = texts.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) {
    for (const [i, text] of texts.entries()) {
      reads[i] = Math.min(reads[i], (await time(() => frontEnd.read(text))).ms)
    }
  }
  reads.sort((a, b) => a - b)
  const longest = reads[reads.length - 1].toFixed(2)
  console.log(
    `a sentence read          ${median(reads).toFixed(2)} ms, the longest of ${reads.length} ${longest} ms`,
  )
  const wholeText = await time(() => frontEnd.read(LONG))
  console.log(`5000 characters read     ${wholeText.ms.toFixed(1)} ms`)

  for (const { id } of PRESETS) {
    const costs: number[] = []
    for (let round = 0; round < rounds; round++) {
      const { cpu, value } = await time(() => speaker.speak(SENTENCES, { voice: id, seed: round }))
      costs.push(cpu / 1000 / (value.samples.length / value.sampleRate))
    }
    console.log(`${id.padEnd(24)} ${median(costs).toFixed(4)} s of processor per second of speech`)
  }

  const starts: number[] = []
  for (let round = 0; round < rounds; round++) {
    const pieces = speaker.pieces(LONG, { voice: 'default', seed: round })
    starts.push((await time(() => pieces.next())).ms)
    await pieces.return(undefined)
  }
  console.log(`first sound of 5000 characters  ${median(starts).toFixed(0)} ms`)

  for (const format of FORMATS) {
    const request = { text: SENTENCES, voice: 'default', format, outPath: join(dir, `speech.${format}`) }
    const { ms, value } = await time(() => deliverSpeech(speaker, request, { ffmpeg }))
    console.log(`${format.padEnd(24)} ${(ms / 1000 / value.seconds).toFixed(4)} s per second of speech`)
  }

  const pieces: SpokenPiece[] = []
  const whole = await time(async () => {
    for await (const piece of speaker.pieces(LONG, { voice: 'default', seed: 1 })) pieces.push(piece)
  })
  const { phones } = joinPieces(pieces)
  const words = await time(async () => wordTimes(LONG, phones))
  const share = ((100 * words.ms) / whole.ms).toFixed(2)
  console.log(
    `times of ${words.value.length} words       ${words.ms.toFixed(0)} ms, ${share} % of the speech's ${whole.ms.toFixed(0)} ms`,
  )

  const clip = join(dir, 'clip.mp3')
  await deliverSpeech(speaker, { text: SENTENCES, voice: 'nora', format: 'mp3', outPath: clip }, { ffmpeg })
  const other = join(dir, 'other.mp3')
  await deliverSpeech(speaker, { text: SENTENCES, voice: 'jake', format: 'mp3', outPath: other }, { ffmpeg })
  const matched = { voice: 'default', seed: 1 }
  for (const [name, reference] of [
    ['matched, first clip', clip],
    ['matched, other clip', other],
    ['matched, known clip', other],
  ]) {
    const { ms } = await time(() => speaker.speak('Ready.', { ...matched, reference }))
    console.log(`${name.padEnd(24)} ${ms.toFixed(0)} ms for one word`)
  }
} finally {
  await rm(dir, { recursive: true })
}

/** Milliseconds by the clock, and of all cores together, which other programs leave alone. */
async function time<T>(work: () => Promise<T>): Promise<{ ms: number; cpu: number; value: T }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { ms, cpu: (user + system) / 1000, value }
}
