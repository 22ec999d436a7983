import { MAX_AUDIO_SECONDS } from '@/lib/boson/limits'
import type { Word } from '@/lib/boson/schemas'
import type { Pose } from '../motion/pose'
import type { SpeakingPortrait } from '../render/portraits'
import { createRenderer, type Renderer } from '../render/renderer'
import { tooLong } from '../speech/script-limits'
import type { Speaker, SpeakOptions } from '../speech/speaker'
import { later } from '../speech/timeline'
import { VOICE_RATE } from '../speech/voice/vocoder'
import { wordTimes } from '../speech/word-times'
import { type EarlierFilm, FPS } from '../types'
import { changedPassages, type Passage } from './changed-passages'
import { picturesOf } from './drawn-ranges'
import { type EncodedFilm, type Numbered, readFilm, sameEncoding, writeFilm } from './encoded-film'
import { type FilmRecord, type RecordedRun, readRecord, withWords } from './film-record'
import { type Kept, type Layout, layOut, packetsIn } from './layout'
import { encodeNew } from './new-pictures'
import { posesOf, shifted } from './new-poses'

type Retake = {
  earlier: EarlierFilm
  script: string
  speaker: Speaker
  options: SpeakOptions
  portrait: () => Promise<SpeakingPortrait>
  ffmpeg: string
  size: { width: number; height: number }
  outPath: string
  onProgress: (stage: 'speech' | 'portrait' | 'frames', fraction: number) => void
}

/** What a film shows and says now. */
export type Retaken = { renderer: Renderer; record: FilmRecord; words: Word[] }

/**
 * Makes a film that says something else of one that was made with the same portrait, voice and size: only what changed is
 * said, drawn and encoded, and what lies between it and the next pictures that stand on their own. The rest is
 * taken as it is, to the sample.
 * @returns null where nothing of the film can be used: it is to be made whole
 * @throws StudioError as `Speaker.speak`
 */
export async function retakeFilm(retake: Retake): Promise<Retaken | null> {
  const { earlier, script, speaker, options, onProgress } = retake
  const [record, outline] = await Promise.all([
    readRecord(earlier.recordPath),
    speaker.outline(script, options),
  ])
  const passages = record && outline && changedPassages(record.runs, outline)
  if (!record || !passages) return null

  const [said, portrait, old] = await Promise.all([
    sayPassages(passages, retake),
    retake.portrait(),
    readFilm(earlier.filmPath),
  ])
  onProgress('portrait', 1)
  const layout = layOut({ runs: record.runs, frames: record.poses.length }, said)
  if (layout.frames / FPS > MAX_AUDIO_SECONDS + 1 / FPS) {
    throw tooLong(script, layout.frames / FPS, MAX_AUDIO_SECONDS)
  }
  const renderer = createRenderer(portrait)
  const { headRange, jawPath } = portrait
  const poses = posesOf(layout, record.poses, { seed: options.seed, headRange, jawPath })
  const isWritten = await writeJoined(layout, old, poses, renderer, retake)
  if (!isWritten) return null
  const runs = runsOf(layout, record.runs)
  return { renderer, record: { runs, poses }, words: wordTimes(script, wordsAsPhones(runs)) }
}

async function sayPassages(passages: readonly Passage[], { script, speaker, options, onProgress }: Retake) {
  const said: Parameters<typeof layOut>[1][number][] = []
  for (const [i, passage] of passages.entries()) {
    said.push({ passage, piece: await speaker.passage(script, passage.fresh, options) })
    onProgress('speech', (i + 1) / passages.length)
  }
  return said
}

/** False where the old film is encoded otherwise than new ones are. */
async function writeJoined(
  layout: Layout,
  old: EncodedFilm,
  poses: readonly Pose[],
  renderer: Renderer,
  { ffmpeg, size, outPath, onProgress, options: { signal } }: Retake,
): Promise<boolean> {
  const keys = old.pictures.filter(({ packet }) => packet.type === 'key').map(({ number }) => number)
  const { copied, drawn } = picturesOf(layout, keys, old.pictures.length)
  const kept: Numbered[] = copied.flatMap(({ from, to, shift }) => moved(old.pictures, { from, to }, shift))
  const keptSound = layout.segments
    .filter((segment): segment is Kept => segment.kind === 'kept')
    .flatMap(({ packets, shift }) => moved(old.sound, packets, packetsIn(shift)))
  if (drawn.length === 0) {
    await writeFilm({ ...old, pictures: kept, sound: keptSound }, outPath)
    return true
  }
  const fresh = await encodeNew(layout, drawn, poses, {
    ...{ ffmpeg, renderer, ...size, signal },
    temporaryPath: `${outPath}.new.mp4`,
    onProgress: (fraction) => onProgress('frames', fraction),
  })
  if (!sameEncoding(old, fresh)) return false
  const pictures = inTurn(
    [...copied.map(({ from, shift }) => from + shift), ...drawn.map(({ from }) => from)],
    [...kept, ...fresh.pictures],
  )
  const sound = [...keptSound, ...fresh.sound].sort((a, b) => a.number - b.number)
  await writeFilm({ pictures, sound, config: old.config }, outPath)
  return true
}

function moved(packets: readonly Numbered[], { from, to }: { from: number; to: number }, by: number) {
  return packets
    .filter(({ number }) => number >= from && number < to)
    .map(({ number, packet }) => ({ number: number + by, packet }))
}

/** Pictures of several stretches, which begin at `starts`: these in order, in each as they are decoded. */
function inTurn(starts: number[], pictures: readonly Numbered[]): Numbered[] {
  const inOrder = starts.toSorted((a, b) => a - b)
  const stretchOf = ({ number }: Numbered) => inOrder.findLastIndex((start) => start <= number)
  return pictures.toSorted((a, b) => stretchOf(a) - stretchOf(b))
}

function runsOf({ segments }: Layout, old: readonly RecordedRun[]): RecordedRun[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'kept') {
      const seconds = segment.shift / VOICE_RATE
      const { from, to } = segment.runs
      return old.slice(from, to).map((run) => ({
        ...later(run, seconds),
        words: run.words.map((word) => later(word, seconds)),
      }))
    }
    const { runs, phones } = shifted(segment.piece, segment.at / VOICE_RATE)
    return withWords(runs, phones)
  })
}

/** Each word as one phone: all that telling words' times asks of phones. */
function wordsAsPhones(runs: readonly RecordedRun[]) {
  return runs.flatMap(({ words }) =>
    words.map(({ text, start, end }) => ({ symbol: SPOKEN, start, end, word: { text } })),
  )
}

/** Stands for whatever sounds a word has. */
const SPOKEN = ' '
