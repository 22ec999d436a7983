import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Pose } from '../motion/pose'
import type { SpokenPhone } from '../speech/phone-times'
import type { SpokenPiece, SpokenRun } from '../speech/timeline'
import { saidWords } from '../speech/word-times'

/** A run of a film with the words it says. Times in seconds from the film's start. */
export type RecordedRun = SpokenRun & { words: { text: string; start: number; end: number }[] }

/** What a film says and does, kept beside it, so that part of it can be made again. */
export type FilmRecord = {
  runs: RecordedRun[]
  /** One a frame. */
  poses: Pose[]
}

/** Of the file; films with another are made again whole. */
const VERSION = 1

const spanSchema = { start: z.number(), end: z.number() }
const fileSchema = z.object({
  version: z.literal(VERSION),
  runs: z.array(
    z.object({
      key: z.string(),
      pause: z.number(),
      ...spanSchema,
      words: z.array(z.object({ text: z.string(), ...spanSchema })),
    }),
  ),
  /** 32-bit floats, in base64. */
  poses: z.string(),
})

const STILL: Pose = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  shiftX: 0,
  shiftY: 0,
  jaw: 0,
  round: 0,
  press: 0,
  tuck: 0,
  brow: 0,
  blink: 0,
  gazeX: 0,
  gazeY: 0,
  breath: 0,
  close: 0,
}
/** Every part of a pose, in the order in which they are written down. */
export const POSE_PARTS = Object.keys(STILL) as (keyof Pose)[]

/** The record of speech that was said whole, and of what was drawn of it. */
export function recordOf({ runs, phones }: SpokenPiece, poses: Pose[]): FilmRecord {
  return { runs: withWords(runs, phones), poses }
}

/** Runs with their words, found among all phones by their times. */
export function withWords(runs: readonly SpokenRun[], phones: readonly SpokenPhone[]): RecordedRun[] {
  const said = saidWords(phones).map(({ word, start, end }) => ({ text: word.text, start, end }))
  return runs.map((run) => ({
    ...run,
    words: said.filter(({ start, end }) => {
      const middle = (start + end) / 2
      return middle >= run.start && middle < run.end
    }),
  }))
}

export async function writeRecord({ runs, poses }: FilmRecord, path: string): Promise<void> {
  const numbers = Float32Array.from(poses.flatMap((pose) => POSE_PARTS.map((part) => pose[part])))
  const file: z.infer<typeof fileSchema> = {
    version: VERSION,
    runs,
    poses: Buffer.from(numbers.buffer).toString('base64'),
  }
  await writeFile(path, JSON.stringify(file))
}

/** Null where it is of another version, or broken. */
export async function readRecord(path: string): Promise<FilmRecord | null> {
  try {
    const { runs, poses } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const bytes = new Uint8Array(Buffer.from(poses, 'base64'))
    return { runs, poses: posesOf(new Float32Array(bytes.buffer)) }
  } catch {
    return null
  }
}

function posesOf(numbers: Float32Array): Pose[] {
  return Array.from({ length: numbers.length / POSE_PARTS.length }, (_, frame) => {
    const pose = { ...STILL }
    for (const [i, part] of POSE_PARTS.entries()) pose[part] = numbers[frame * POSE_PARTS.length + i]
    return pose
  })
}
