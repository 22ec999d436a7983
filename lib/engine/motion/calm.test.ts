import { expect, it } from 'vitest'
import { FPS, type Sound } from '../types'
import { mouthFromRecording } from '../visemes/mouth-from-recording'
import { animate } from './animator'
import type { Pose } from './pose'

const RATE = 16_000
const SECONDS = 8
const DEGREE = Math.PI / 180

/** Broken chords on strings that ring on, over a bass note: the tempo of syllables, the loudness of speech. */
function arpeggio(): Sound {
  const pluck = (hertz: number, age: number) =>
    [1, 2, 3, 4].reduce((sum, k) => sum + Math.sin(2 * Math.PI * hertz * k * age) / k ** 1.5, 0) *
    Math.exp(-1.5 * age)
  const samples = Float32Array.from({ length: SECONDS * RATE }, (_, i) => {
    const time = i / RATE
    const latest = Math.floor(4 * time)
    let sum = pluck(110, time % 2)
    for (let note = Math.max(0, latest - 8); note <= latest; note++) {
      const semitones = [0, 4, 7, 12, 16, 12, 7, 4][note % 8] + [0, 5, 7, 0][Math.floor(note / 8) % 4]
      sum += pluck(220 * 2 ** (semitones / 12), time - note / 4)
    }
    return 0.08 * sum
  })
  return { samples, sampleRate: RATE }
}

/** Degrees a second, root mean square. */
const nodding = (poses: Pose[]) =>
  Math.sqrt(mean(poses.slice(1).map(({ pitch }, i) => (((pitch - poses[i].pitch) / DEGREE) * FPS) ** 2)))

it('leaves head and mouth as calm in music as in silence', () => {
  const heard = [...mouthFromRecording(arpeggio(), SECONDS * FPS)].flat()
  const silent = heard.map(() => ({ open: 0, round: 0, press: 0, tuck: 0, loud: 0, energy: 0 }))
  for (const seed of [1, 2, 3]) {
    const poses = animate(heard, { seed })
    expect(Math.max(...poses.map(({ jaw }) => jaw))).toBeLessThan(0.005)
    expect(Math.max(...poses.map(({ brow }) => brow))).toBeLessThan(0.1)
    expect(nodding(poses)).toBeLessThan(1.2 * nodding(animate(silent, { seed })))
  }
})

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
